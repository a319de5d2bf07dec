import { as } from '#db/client.server.ts'
import { audit } from '../audit.server.ts'
import { confirmWaitingBell } from '../bells/confirm-waiting-bell.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { setStatus } from './set-status.server.ts'

/** Takes back that a submission is spam: somebody works on it from now on. Refuses one that is not marked. */
export async function unmarkSpam(staff: Staff, ref: string): Promise<Refused | { unmarked: true }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (!submission.spamAt || submission.status !== 'not_pursued') return { refused: 'changed-meanwhile' }
    await setStatus(tx, submission, { to: 'in_progress', staffId: staff.id })
    await audit(tx, { event: 'spam-unmarked', subject: `submission:${submission.id}`, staffId: staff.id })
    await confirmWaitingBell(tx, submission.id)
    return { unmarked: true }
  })
}
