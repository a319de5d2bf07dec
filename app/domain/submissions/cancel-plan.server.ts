import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/** Does not do what was planned. Refuses a plan that has ended. */
export async function cancelPlan(staff: Staff, ref: string, id: string): Promise<Refused | { cancelled: true }> {
  assertMay(staff, 'answer')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const [gone] = await tx
      .update(plans)
      .set({ ended: 'cancelled', endedAt: new Date() })
      .where(and(eq(plans.id, id), eq(plans.submissionId, submission.id), isNull(plans.endedAt)))
      .returning({ act: plans.act })
    if (!gone) return { refused: 'changed-meanwhile' }
    const line = { subject: `submission:${submission.id}`, staffId: staff.id, details: { kind: gone.act } }
    await audit(tx, { event: 'plan-cancelled', ...line })
    return { cancelled: true }
  })
}
