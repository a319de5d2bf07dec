import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockChange } from './lock-change.server.ts'
import { mayEditRules } from './may-edit-rules.ts'

/**
 * Ends a rule of her authority: it takes nothing more, and what it did says still which it was. `tried` is the mark that
 * the trial gave. Refuses one that is not in force, and what was not tried among the rules as they are now.
 */
export async function endRule(staff: Staff, id: string, tried: string): Promise<Refused | { ended: string }> {
  assertMay(staff, 'rules.edit')
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const change = await lockChange(tx, staff.authority, { verb: 'end', id, tried })
    if ('refused' in change) return change
    await tx.update(routingRules).set({ endedAt: new Date() }).where(eq(routingRules.id, id))
    await audit(tx, { event: 'rule-ended', subject: `rule:${id}`, staffId: staff.id })
    return { ended: id }
  })
}
