import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockRules } from './lock-rules.server.ts'
import { mayEditRules } from './may-edit-rules.ts'

/** Ends a rule of her authority: it takes nothing more, and what it did says still which it was. Refuses one that is not there. */
export async function endRule(staff: Staff, id: string): Promise<Refused | { ended: string }> {
  assertMay(staff, 'rules.edit')
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const rules = await lockRules(tx, staff.authority)
    if (!rules.some((one) => one.id === id)) return { refused: 'changed-meanwhile' }
    await tx.update(routingRules).set({ endedAt: new Date() }).where(eq(routingRules.id, id))
    await audit(tx, { event: 'rule-ended', subject: `rule:${id}`, staffId: staff.id })
    return { ended: id }
  })
}
