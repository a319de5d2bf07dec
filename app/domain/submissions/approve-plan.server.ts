import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { carryOut } from './carry-out.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/**
 * Approves what somebody else has planned; it is done at once where its time has come. Refuses what one has planned
 * oneself, and a plan that has ended, was approved or waits for nobody.
 */
export async function approvePlan(staff: Staff, ref: string, id: string): Promise<Refused | { approved: true }> {
  assertMay(staff, 'answer')
  const approved = await as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const [row] = await tx
      .select({ by: plans.staffId, needsSecond: plans.needsSecond, approvedById: plans.approvedById })
      .from(plans)
      .where(and(eq(plans.id, id), eq(plans.submissionId, submission.id), isNull(plans.endedAt)))
      .for('update')
    if (!row || !row.needsSecond || row.approvedById) return { refused: 'changed-meanwhile' } satisfies Refused
    if (row.by === staff.id) return { refused: 'own-plan' } satisfies Refused
    await tx.update(plans).set({ approvedById: staff.id, approvedAt: new Date() }).where(eq(plans.id, id))
    const line = { subject: `submission:${submission.id}`, staffId: staff.id, details: { by: row.by } }
    await audit(tx, { event: 'plan-approved', ...line })
    return { approved: true } as const
  })
  if (!('refused' in approved)) await carryOut(id)
  return approved
}
