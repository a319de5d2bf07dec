import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockRules } from './lock-rules.server.ts'
import { mayEditRules } from './may-edit-rules.ts'

/**
 * Moves a rule past the one before it or after it. `from` is its place as the mover saw it, counted from 0. Refuses who
 * may not edit rules, and when it stands elsewhere by now or there is nothing to move past.
 */
export async function moveRule(
  staff: Staff,
  id: string,
  { from, by }: { from: number; by: 1 | -1 },
): Promise<Refused | { moved: number }> {
  assertMay(staff, 'rules.edit')
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const rules = await lockRules(tx, staff.authority)
    const [rule, other] = [rules[from], rules[from + by]]
    if (rule?.id !== id || !other) return { refused: 'changed-meanwhile' }
    const order = rules.map((one) => (one === rule ? other : one === other ? rule : one))
    for (const [position, one] of order.entries())
      await tx.update(routingRules).set({ position }).where(eq(routingRules.id, one.id))
    const details = { from: from + 1, to: from + by + 1 }
    await audit(tx, { event: 'rule-moved', subject: `rule:${id}`, staffId: staff.id, details })
    return { moved: from + by }
  })
}
