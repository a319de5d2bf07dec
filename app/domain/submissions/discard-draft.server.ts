import { as } from '#db/client.server.ts'
import type { TemplateUse } from '#db/schema/templates.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { readReceived } from './lock-for-staff.server.ts'

/** Throws away what she has half written in a form. Refuses a case that she does not handle. */
export async function discardDraft(
  staff: Staff,
  ref: string,
  form: TemplateUse,
): Promise<Refused | { discarded: true }> {
  assertMay(staff, 'answer')
  return as(staff, async (tx) => {
    const submission = await readReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    await forgetDraft(tx, { submissionId: submission.id, staffId: staff.id, form })
    return { discarded: true }
  })
}
