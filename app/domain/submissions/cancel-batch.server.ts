import { inArray, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockOpenOfBatch } from './batch-of-plans.server.ts'

/**
 * Gives none of what was planned to be answered together. Refuses what has ended, and a batch of which some cases lie
 * where she does not reach: those would still be answered.
 */
export async function cancelBatch(staff: Staff, batch: string): Promise<Refused | { cancelled: number }> {
  assertMay(staff, 'answer')
  return as(staff, async (tx) => {
    const open = await lockOpenOfBatch(tx, batch)
    if (open.length === 0) return { refused: 'changed-meanwhile' }
    const [all] = await tx.execute<{ waiting: number }>(sql`select open_in_batch(${batch}) as waiting`)
    if (all!.waiting !== open.length) return { refused: 'not-allowed' }
    const ids = open.map(({ id }) => id)
    await tx.update(plans).set({ ended: 'cancelled', endedAt: new Date() }).where(inArray(plans.id, ids))
    for (const { submissionId, act } of open)
      await audit(tx, {
        ...{ event: 'plan-cancelled', subject: `submission:${submissionId}`, staffId: staff.id },
        details: { kind: act },
      })
    return { cancelled: ids.length }
  })
}
