import { as } from '#db/client.server.ts'
import type { OutsideAuthority, Status } from '#db/schema/submissions.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { setStatus } from './set-status.server.ts'
import { staffMoves } from './staff-moves.ts'

/**
 * Redirects the resident to an authority outside: she reads the letter under her code, with how to reach it. Nothing
 * leaves the portal. `from` is where the writer saw the case stand. Refuses what has changed meanwhile, and a case that
 * nobody works on.
 */
export async function redirectOutside(
  staff: Staff,
  ref: string,
  { from, outside, letter }: { from: Status; outside: OutsideAuthority; letter: string },
): Promise<Refused | { redirected: OutsideAuthority }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (submission.status !== from) return { refused: 'changed-meanwhile' }
    if (!staffMoves(from).includes('redirected')) return { refused: 'wrong-status' }

    await forgetDraft(tx, { submissionId: submission.id, staffId: staff.id, form: 'redirect' })
    await setStatus(tx, submission, { to: 'redirected', reason: letter, outside, staffId: staff.id })
    await enqueue(tx, 'message-to-resident', { submissionId: submission.id, public: true })
    return { redirected: outside }
  })
}
