import { as } from '#db/client.server.ts'
import { notes } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { readVisible } from './lock-for-staff.server.ts'

/** Writes an internal note, read by the writer's own organisation only. Refuses a submission that she does not see. */
export async function note(staff: Staff, ref: string, body: string): Promise<Refused | { noted: string }> {
  assertMay(staff, 'note')
  return as(staff, async (tx) => {
    const submission = await readVisible(tx, staff, ref)
    if ('refused' in submission) return submission
    const [made] = await tx
      .insert(notes)
      .values({ submissionId: submission.id, organisation: staff.organisation, staffId: staff.id, body })
      .returning({ id: notes.id })
    await forgetDraft(tx, { submissionId: submission.id, staffId: staff.id, form: 'note' })
    await audit(tx, { event: 'note-written', subject: `submission:${submission.id}`, staffId: staff.id })
    return { noted: made!.id }
  })
}
