import { max } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { routingRules } from '#db/schema/rules.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { faultOfRule } from './fault-of-rule.server.ts'
import { lockRules } from './lock-rules.server.ts'
import { markOfTrial, type Written } from './mark-of-trial.ts'
import { mayEditRules } from './may-edit-rules.ts'

/**
 * Adds a rule of her authority after the others; it holds for what comes in from now on. `tried` is the mark that the
 * trial gave. Refuses who may not edit rules, one that was not tried as it is and among those that there are now, and an
 * organisation or a person that it cannot go to.
 */
export async function addRule(
  staff: Staff,
  { rule, tried }: { rule: Written; tried: string },
): Promise<Refused | { added: string }> {
  assertMay(staff, 'rules.edit')
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  const { authority } = staff
  return as(staff, async (tx) => {
    const rules = await lockRules(tx, authority)
    if (tried !== markOfTrial({ id: undefined, rule }, rules)) return { refused: 'rule-not-tried' }
    const fault = await faultOfRule(tx, authority, rule)
    if (fault) return fault
    const [last] = await tx.select({ position: max(routingRules.position) }).from(routingRules)
    const [made] = await tx
      .insert(routingRules)
      .values({ ...rule, authority, position: (last?.position ?? 0) + 1, madeById: staff.id })
      .returning({ id: routingRules.id })
    await audit(tx, { event: 'rule-added', subject: `rule:${made!.id}`, staffId: staff.id })
    return { added: made!.id }
  })
}
