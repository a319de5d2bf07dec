import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { routings } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/** Ends what `route` began: the organisation no longer sees the submission. Refuses when it was not routed there. */
export async function unroute(
  staff: Staff,
  ref: string,
  organisation: string,
): Promise<Refused | { unrouted: string }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const [gone] = await tx
      .delete(routings)
      .where(and(eq(routings.submissionId, submission.id), eq(routings.organisation, organisation)))
      .returning({ organisation: routings.organisation })
    if (!gone) return { refused: 'changed-meanwhile' }
    await audit(tx, {
      event: 'submission-unrouted',
      subject: `submission:${submission.id}`,
      staffId: staff.id,
      details: { organisation },
    })
    return { unrouted: organisation }
  })
}
