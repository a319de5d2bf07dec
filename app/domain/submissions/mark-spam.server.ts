import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions, type Status } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { noPublicPlace } from './public-place.server.ts'
import { setStatus } from './set-status.server.ts'
import { openStatuses } from './statuses.ts'

/**
 * Says that a submission is no message to us: it is not pursued, with a reason that is the same for all, and the public
 * does not see it any more. Nothing is deleted, and it can be undone. No mail tells of it. Refuses when it has changed
 * since the page was shown (`from`), and one that is settled already.
 */
export async function markSpam(
  staff: Staff,
  ref: string,
  { from, reason }: { from: Status; reason: string },
): Promise<Refused | { marked: true }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const { id, status, heldFor, publishedAt } = submission
    if (status !== from) return { refused: 'changed-meanwhile' }
    if (!(openStatuses as readonly Status[]).includes(status)) return { refused: 'wrong-status' }

    await setStatus(tx, submission, { to: 'not_pursued', reason, staffId: staff.id })
    const hidden = publishedAt ? { publishedAt: null, ...noPublicPlace } : {}
    // Why it was caught stays to be read.
    await tx
      .update(submissions)
      .set({ spamAt: new Date(), heldFor, ...hidden })
      .where(eq(submissions.id, id))
    await audit(tx, { event: 'spam-marked', subject: `submission:${id}`, staffId: staff.id })
    return { marked: true }
  })
}
