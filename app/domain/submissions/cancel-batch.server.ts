import { inArray } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockOpenOfBatch } from './batch-of-plans.server.ts'

/** Gives none of what was planned to be answered together, of the cases that she handles. Refuses what has ended. */
export async function cancelBatch(staff: Staff, batch: string): Promise<Refused | { cancelled: number }> {
  assertMay(staff, 'answer')
  return as(staff, async (tx) => {
    const open = await lockOpenOfBatch(tx, batch)
    if (open.length === 0) return { refused: 'changed-meanwhile' }
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
