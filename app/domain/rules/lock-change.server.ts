import type { Tx } from '#db/client.server.ts'
import type { Authority } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { lockRules } from './lock-rules.server.ts'
import { markOfChange } from './mark-of-trial.ts'
import { orderAfter } from './order-after.ts'
import type { RuleVerb } from './rule-verbs.ts'
import { endedRulesOf, type Rule } from './rules-of.server.ts'

/**
 * Locks the rules of an authority for what is to be done to one of them as a whole, and gives their order before and
 * after it. Refuses what cannot be done to it, or not any more, and what was not tried among the rules that there are now.
 */
export async function lockChange(
  tx: Tx,
  authority: Authority,
  { verb, id, tried }: { verb: RuleVerb; id: string; tried: string },
): Promise<Refused | { before: readonly Rule[]; after: readonly Rule[] }> {
  const before = await lockRules(tx, authority)
  const rule = (verb === 'resume' ? await endedRulesOf(tx, authority) : before).find((one) => one.id === id)
  const after = rule && orderAfter(before, { verb, rule })
  if (!after) return { refused: 'changed-meanwhile' }
  return tried === markOfChange({ verb, rule }, before) ? { before, after } : { refused: 'rule-not-tried' }
}
