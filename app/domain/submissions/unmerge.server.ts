import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { setStatus } from './set-status.server.ts'

/**
 * Undoes a merge: the submission stands again where it stood, and since when it stood there. Beside the lines that tell
 * of the two moves nothing remains of it. Refuses one that is not merged (any more).
 */
export async function unmerge(staff: Staff, ref: string): Promise<Refused | { unmerged: true }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const { mergedIntoId, statusBeforeMerge } = submissions
    const [before] = await tx
      .select({ into: mergedIntoId, status: statusBeforeMerge })
      .from(submissions)
      .where(eq(submissions.id, submission.id))
    if (submission.status !== 'merged' || !before?.status || !before.into) return { refused: 'changed-meanwhile' }

    const [submissionId, staffId] = [submission.id, staff.id]
    await setStatus(tx, submission, { to: before.status, staffId })
    await tx
      .update(submissions)
      .set({ mergedIntoId: null, statusBeforeMerge: null })
      .where(eq(submissions.id, submissionId))
    const line = { subject: `submission:${submissionId}`, staffId, details: { from: before.into } }
    await audit(tx, { event: 'submission-unmerged', ...line })
    await enqueue(tx, 'message-to-resident', { submissionId })
    await enqueue(tx, 'keep-due', { submissionId: before.into })
    return { unmerged: true }
  })
}
