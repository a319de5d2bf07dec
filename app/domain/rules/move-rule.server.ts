import { as } from '#db/client.server.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { keepOrder } from './keep-order.server.ts'
import { lockChange } from './lock-change.server.ts'
import { mayEditRules } from './may-edit-rules.ts'

/**
 * Moves a rule past the one before it or after it; gives its new place, counted from 1. `tried` is the mark that the
 * trial gave. Refuses who may not edit rules, when there is nothing to move past, and what was not tried among the rules
 * as they are now.
 */
export async function moveRule(
  staff: Staff,
  id: string,
  { verb, tried }: { verb: 'up' | 'down'; tried: string },
): Promise<Refused | { moved: number }> {
  assertMay(staff, 'rules.edit')
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const change = await lockChange(tx, staff.authority, { verb, id, tried })
    if ('refused' in change) return change
    await keepOrder(tx, change.after)
    const [from, to] = [change.before, change.after].map((rules) => rules.findIndex((one) => one.id === id) + 1)
    await audit(tx, {
      event: 'rule-moved',
      subject: `rule:${id}`,
      staffId: staff.id,
      details: { from: from!, to: to! },
    })
    return { moved: to! }
  })
}
