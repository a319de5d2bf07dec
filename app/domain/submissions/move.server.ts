import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { responses, type Status } from '#db/schema/submissions.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { setStatus } from './set-status.server.ts'
import { endsIt, needsReason, staffMoves, tellsReason } from './staff-moves.ts'

/**
 * Moves a submission from the state the mover saw to another. Refuses when somebody else has moved it meanwhile, a
 * move that is not legal, one without a reason where the resident must be told why, and `answered` where no answer has
 * been given. A reason is something to read, so it rings the resident's bell; that a published one goes no further is to
 * be read by all who follow it. A close without a word rings for nobody.
 */
export async function move(
  staff: Staff,
  ref: string,
  { from, to, reason = '' }: { from: Status; to: Status; reason?: string },
): Promise<Refused | { moved: Status }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (submission.status !== from) return { refused: 'changed-meanwhile' }
    if (!staffMoves(from).includes(to)) return { refused: 'wrong-status' }
    if (needsReason(from, to) && !reason) return { refused: 'reason-missing' }
    if (to === 'answered' && !(await tx.$count(responses, eq(responses.submissionId, submission.id))))
      return { refused: 'answer-missing' }

    const told = tellsReason(to) ? reason : ''
    await setStatus(tx, submission, { to, reason: told, staffId: staff.id })
    if (told) await enqueue(tx, 'message-to-resident', { submissionId: submission.id, public: endsIt(to) })
    return { moved: to }
  })
}
