import type { Tx } from '#db/client.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import type { DraftAbout } from './draft-rights.server.ts'
import type { Whose } from './forget-draft.server.ts'
import { readReceived, readVisible } from './lock-for-staff.server.ts'

/** By what her draft is found. Refuses a case that she does not handle, and for a note one that she does not see. */
export async function whoseDraft(tx: Tx, staff: Staff, { form, ref }: DraftAbout): Promise<Refused | Whose> {
  const whose = { staffId: staff.id, form }
  if (ref === undefined) return { ...whose, submissionId: null }
  const submission = await (form === 'note' ? readVisible : readReceived)(tx, staff, ref)
  return 'refused' in submission ? submission : { ...whose, submissionId: submission.id }
}
