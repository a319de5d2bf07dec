import { eq } from 'drizzle-orm'
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

/** Changes a rule of her authority in its place; what it has done stays done. Refuses as `addRule`, and one not there. */
export async function changeRule(
  staff: Staff,
  { id, rule, tried }: { id: string; rule: Written; tried: string },
): Promise<Refused | { changed: string }> {
  assertMay(staff, 'rules.edit')
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  const { authority } = staff
  return as(staff, async (tx) => {
    const rules = await lockRules(tx, authority)
    if (!rules.some((one) => one.id === id)) return { refused: 'not-found' }
    if (tried !== markOfTrial({ id, rule }, rules)) return { refused: 'rule-not-tried' }
    const fault = await faultOfRule(tx, authority, rule)
    if (fault) return fault
    await tx.update(routingRules).set(rule).where(eq(routingRules.id, id))
    await audit(tx, { event: 'rule-changed', subject: `rule:${id}`, staffId: staff.id })
    return { changed: id }
  })
}
