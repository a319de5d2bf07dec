import { as } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { draftRights, type DraftAbout } from './draft-rights.server.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { whoseDraft } from './whose-draft.server.ts'

/** A name of a field in which something is written, and not only chosen. */
const isWritten = (name: string) => /^(message|letter|body|(answer|title|body)\..+)$/.test(name)

/**
 * Keeps what somebody has half written in a form, for herself alone; gives when. Of a form without a text nothing is
 * kept. Refuses a case that she does not handle, and for a note one that she does not see.
 */
export async function keepDraft(
  staff: Staff,
  about: DraftAbout,
  fields: Record<string, string>,
): Promise<Refused | { saved: Date | undefined }> {
  assertMay(staff, draftRights[about.form])
  return as(staff, async (tx) => {
    const whose = await whoseDraft(tx, staff, about)
    if ('refused' in whose) return whose
    if (!Object.keys(fields).some(isWritten)) {
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
