import { and, eq, isNull, ne } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { disposalRules } from '#db/schema/records.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { approvesAlone } from './approves-alone.server.ts'

/**
 * Approves a rule of her own authority: from the next night on it is carried out. Refuses one that has ended, and, where
 * her authority has another registrar, one that she wrote herself (`own-rule`).
 */
export async function approveDisposalRule(staff: Staff, id: string): Promise<Refused | { approved: string }> {
  assertMay(staff, 'disposal.edit')
  return as(staff, async (tx) => {
    const waits = and(eq(disposalRules.id, id), isNull(disposalRules.approvedAt), isNull(disposalRules.endedAt))
    const alone = await approvesAlone(tx, staff)
    const [approved] = await tx
      .update(disposalRules)
      .set({ approvedById: staff.id, approvedAt: new Date() })
      .where(alone ? waits : and(waits, ne(disposalRules.madeById, staff.id)))
      .returning({ id: disposalRules.id })
    if (!approved) {
      const own = await tx.$count(disposalRules, and(waits, eq(disposalRules.madeById, staff.id)))
      return { refused: own ? 'own-rule' : 'changed-meanwhile' }
    }
    await audit(tx, { event: 'disposal-rule-approved', subject: `disposal-rule:${id}`, staffId: staff.id })
    return { approved: id }
  })
}
