import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { disposalRules } from '#db/schema/records.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/** Approves a rule of her own authority: from the next night on it is carried out. Refuses one that has ended. */
export async function approveDisposalRule(staff: Staff, id: string): Promise<Refused | { approved: string }> {
  assertMay(staff, 'disposal.edit')
  return as(staff, async (tx) => {
    const [approved] = await tx
      .update(disposalRules)
      .set({ approvedById: staff.id, approvedAt: new Date() })
      .where(and(eq(disposalRules.id, id), isNull(disposalRules.approvedAt), isNull(disposalRules.endedAt)))
      .returning({ id: disposalRules.id })
    if (!approved) return { refused: 'changed-meanwhile' }
    await audit(tx, { event: 'disposal-rule-approved', subject: `disposal-rule:${id}`, staffId: staff.id })
    return { approved: id }
  })
}
