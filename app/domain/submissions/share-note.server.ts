import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { notes } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readVisible } from './lock-for-staff.server.ts'

/**
 * Shares a note of one's own organisation with the others who read the submission, private companies excepted. Refuses
 * a note of another organisation, and one that is shared already, as one not there.
 */
export async function shareNote(staff: Staff, ref: string, noteId: string): Promise<Refused | { shared: string }> {
  assertMay(staff, 'note')
  return as(staff, async (tx) => {
    const submission = await readVisible(tx, staff, ref)
    if ('refused' in submission) return submission
    const own = and(eq(notes.submissionId, submission.id), eq(notes.organisation, staff.organisation))
    const [shared] = await tx
      .update(notes)
      .set({ sharedAt: new Date() })
      .where(and(eq(notes.id, noteId), own, isNull(notes.sharedAt)))
      .returning({ id: notes.id })
    if (!shared) return { refused: 'not-found' }
    await audit(tx, { event: 'note-shared', subject: `submission:${submission.id}`, staffId: staff.id })
    return { shared: shared.id }
  })
}
