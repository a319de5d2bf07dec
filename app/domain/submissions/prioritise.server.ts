import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions, type Priority } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/**
 * Says how much a submission presses; `from` is what it said when the page was shown. Refuses when that has changed
 * meanwhile.
 */
export async function prioritise(
  staff: Staff,
  ref: string,
  { from, to }: { from: Priority; to: Priority },
): Promise<Refused | { prioritised: Priority }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (submission.priority !== from) return { refused: 'changed-meanwhile' }
    await tx.update(submissions).set({ priority: to }).where(eq(submissions.id, submission.id))
    await audit(tx, {
      event: 'submission-prioritised',
      subject: `submission:${submission.id}`,
      staffId: staff.id,
      details: { from, to },
    })
    return { prioritised: to }
  })
}
