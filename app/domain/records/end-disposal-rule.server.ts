import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { disposalRules } from '#db/schema/records.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/** Ends a rule of her own authority: nothing more goes under it. Refuses one that has ended. */
export async function endDisposalRule(staff: Staff, id: string): Promise<Refused | { ended: string }> {
  assertMay(staff, 'disposal.edit')
  return as(staff, async (tx) => {
    const [ended] = await tx
      .update(disposalRules)
      .set({ endedAt: new Date() })
      .where(and(eq(disposalRules.id, id), isNull(disposalRules.endedAt)))
      .returning({ id: disposalRules.id })
    if (!ended) return { refused: 'changed-meanwhile' }
    await audit(tx, { event: 'disposal-rule-ended', subject: `disposal-rule:${id}`, staffId: staff.id })
    return { ended: id }
  })
}
