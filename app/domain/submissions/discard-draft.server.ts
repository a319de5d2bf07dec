import { as } from '#db/client.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { draftRights, type DraftAbout } from './draft-rights.server.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { whoseDraft } from './whose-draft.server.ts'

/** Throws away what she has half written in a form. Refuses as `keepDraft` does. */
export async function discardDraft(staff: Staff, about: DraftAbout): Promise<Refused | { discarded: true }> {
  assertMay(staff, draftRights[about.form])
  return as(staff, async (tx) => {
    const whose = await whoseDraft(tx, staff, about)
    if ('refused' in whose) return whose
    await forgetDraft(tx, whose)
    return { discarded: true }
  })
}
