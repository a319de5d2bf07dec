import { inArray } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockOpenOfBatch } from './batch-of-plans.server.ts'
import { carryOut } from './carry-out.server.ts'

/**
 * Approves everything that somebody else has planned to be answered together; it is done at once where its time has come
 * and nobody else has to approve of any of it. `seen` are the plans that she has read. Refuses what one has planned
 * oneself, and what is other than she has read.
 */
export async function approveBatch(
  staff: Staff,
  batch: string,
  seen: readonly string[],
): Promise<Refused | { approved: number }> {
  assertMay(staff, 'answer')
  const approved = await as(staff, async (tx): Promise<Refused | { ids: string[] }> => {
    const waiting = (await lockOpenOfBatch(tx, batch)).filter((row) => row.needsSecond && !row.approvedById)
    const ids = waiting.map(({ id }) => id)
    if (ids.length === 0 || ids.length !== seen.length || ids.some((id) => !seen.includes(id)))
      return { refused: 'changed-meanwhile' }
    if (waiting.some(({ staffId }) => staffId === staff.id)) return { refused: 'own-plan' }
    await tx.update(plans).set({ approvedById: staff.id, approvedAt: new Date() }).where(inArray(plans.id, ids))
    for (const { submissionId, staffId: by } of waiting)
      await audit(tx, {
        ...{ event: 'plan-approved', subject: `submission:${submissionId}`, staffId: staff.id },
        details: { by },
      })
    return { ids }
  })
  if ('refused' in approved) return approved
  await carryOut(approved.ids[0]!)
  return { approved: approved.ids.length }
}
