import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { confirmWaitingBell } from '../bells/confirm-waiting-bell.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { holds } from './held.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/** Says that a held submission is no spam: it stands among the others from now on. Refuses one that is not held. */
export async function releaseHeld(staff: Staff, ref: string): Promise<Refused | { released: true }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (!holds(submission)) return { refused: 'changed-meanwhile' }
    await tx.update(submissions).set({ heldFor: [] }).where(eq(submissions.id, submission.id))
    await audit(tx, {
      event: 'submission-released',
      subject: `submission:${submission.id}`,
      staffId: staff.id,
      details: { reasons: submission.heldFor.join(' ') },
    })
    await confirmWaitingBell(tx, submission.id)
    return { released: true }
  })
}
