import { expect, type Page } from '@playwright/test'
import { paths } from '#app/paths.ts'

/** What is done to a case: a verb of its address, and the fields that its form posts. */
export type Act = readonly [verb: string, fields: Record<string, string>]

/** From where a case comes in to where work on it has begun. */
export const beginWork: readonly Act[] = [
  ['move', { from: 'received', to: 'screening' }],
  ['move', { from: 'screening', to: 'in_progress' }],
]

/** Does this to a case, one after the other, by the forms of the back office; each has to be done. */
export async function actOnCase(staff: Page, ref: string, acts: readonly Act[]): Promise<void> {
  for (const [verb, form] of acts) {
    const answer = await staff.request.post(paths.staffSubmissionVerb(ref, verb), { form, maxRedirects: 0 })
    expect(answer.status(), verb).toBe(303)
  }
}
