import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { keepOrder } from './keep-order.server.ts'
import { lockChange } from './lock-change.server.ts'
import { mayEditRules } from './may-edit-rules.ts'

/**
 * Lets a rule that has ended hold again, after the others. `tried` is the mark that the trial gave. Refuses one that is in
 * force, and what was not tried among the rules as they are now.
 */
export async function resumeRule(staff: Staff, id: string, tried: string): Promise<Refused | { resumed: string }> {
  assertMay(staff, 'rules.edit')
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const change = await lockChange(tx, staff.authority, { verb: 'resume', id, tried })
    if ('refused' in change) return change
    await tx.update(routingRules).set({ endedAt: null }).where(eq(routingRules.id, id))
    await keepOrder(tx, change.after)
    await audit(tx, { event: 'rule-resumed', subject: `rule:${id}`, staffId: staff.id })
    return { resumed: id }
  })
}
