import { as } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import type { TemplateUse } from '#db/schema/templates.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { readReceived } from './lock-for-staff.server.ts'

/**
 * Keeps what somebody has half written in a form about a case, for herself alone; gives when. Of a form without a text
 * nothing is kept. Refuses a case that she does not handle.
 */
export async function keepDraft(
  staff: Staff,
  ref: string,
  { form, fields }: { form: TemplateUse; fields: Record<string, string> },
): Promise<Refused | { saved: Date | undefined }> {
  assertMay(staff, 'answer')
  return as(staff, async (tx) => {
    const submission = await readReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const whose = { submissionId: submission.id, staffId: staff.id, form }
    const isWritten = Object.keys(fields).some((name) => name === 'message' || name.startsWith('answer.'))
    if (!isWritten) {
      await forgetDraft(tx, whose)
      return { saved: undefined }
    }
    const kept = { fields, savedAt: new Date() }
    await tx
      .insert(drafts)
      .values({ ...whose, ...kept })
      .onConflictDoUpdate({ target: [drafts.submissionId, drafts.staffId, drafts.form], set: kept })
    return { saved: kept.savedAt }
  })
}
