import { as } from '#db/client.server.ts'
import type { PlannedAnswer } from '#db/schema/plans.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { needsSecond } from './four-eyes.server.ts'
import { giveLocked, lockToAnswer } from './give-answer.server.ts'
import { plan } from './plan.server.ts'

type Answer = Omit<PlannedAnswer, 'confirmed'> & {
  /** Of these translations the writer says that they still say what the Swedish says. */
  confirmed?: string[]
  /** Not before; at once when absent. */
  at?: Date | undefined
}

/**
 * Gives the official answer, signed with the writer's function, and moves the submission to answered. Given again it
 * is a new version beside the old ones. With a time, or where the category asks for a second person, it is planned
 * instead. `after` is the newest version that the writer saw, 0 for none. Refuses when somebody else has answered
 * meanwhile, in a state where nothing is answered, and a second plan beside one that waits.
 */
export async function answer(
  staff: Staff,
  ref: string,
  { body, audience, after, confirmed = [], at }: Answer,
): Promise<Refused | { version: number } | { planned: string }> {
  assertMay(staff, 'answer')
  return as(staff, async (tx) => {
    const written = { body, audience, after, confirmed }
    const ready = await lockToAnswer(tx, staff, { ref, after })
    if ('refused' in ready) return ready
    const { id: submissionId, category } = ready.submission
    const second = await needsSecond(tx, category)
    if (!at && !second) return giveLocked(tx, staff, { ready, answer: written })
    const result = await plan(tx, staff, { submissionId, act: 'answer', answer: written, at, second })
    if ('planned' in result) await forgetDraft(tx, { submissionId, staffId: staff.id, form: 'answer' })
    return result
  })
}
