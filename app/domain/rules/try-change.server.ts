import { as } from '#db/client.server.ts'
import type { Category } from '#db/schema/submissions.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { markOfChange } from './mark-of-trial.ts'
import { factsOf, firstMatch } from './match-rule.ts'
import { mayEditRules } from './may-edit-rules.ts'
import { newestReceived } from './newest-received.server.ts'
import { orderAfter } from './order-after.ts'
import { knownOf, outcomeOf, type Outcome } from './outcome-of.server.ts'
import type { RuleVerb } from './rule-verbs.ts'
import { endedRulesOf, rulesOf, type Rule } from './rules-of.server.ts'

/** The rule that takes a submission and what it does to it; nothing where none is met. */
type Taken = { rule: Rule; outcome: Outcome } | undefined

/** What would have come of a change of the rules: on how many it was tried, and those that another rule would take. */
export type ChangeTrial = {
  rule: Rule
  looked: number
  moved: { ref: string; category: Category; areaName: string; createdAt: Date; from: Taken; to: Taken }[]
  /** Lets it be done as it was tried. */
  mark: string
}

/**
 * Tries what is done to a rule as a whole on the newest submissions of her authority: which of them another rule would
 * have taken than takes them as the rules are now, or none. Changes nothing. Refuses who may not edit rules, a rule that
 * is not there, and what cannot be done to it.
 */
export async function tryChange(
  staff: Staff,
  { verb, id }: { verb: RuleVerb; id: string },
): Promise<Refused | ChangeTrial> {
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const rules = await rulesOf(tx, staff.authority)
    const rule = [...rules, ...(await endedRulesOf(tx, staff.authority))].find((one) => one.id === id)
    if (!rule) return { refused: 'not-found' }
    const after = orderAfter(rules, { verb, rule })
    if (!after) return { refused: 'changed-meanwhile' }
    const known = await knownOf(tx, staff.authority)
    const newest = await newestReceived(tx, staff)
    const moved = newest.flatMap((row) => {
      const { ref, category, areaName, createdAt } = row
      const facts = factsOf(row)
      const taken = (among: readonly Rule[]): Taken => {
        const first = firstMatch(among, facts)
        return first && { rule: first, outcome: outcomeOf(first, row, known) }
      }
      const [from, to] = [taken(rules), taken(after)]
      return from?.rule === to?.rule ? [] : [{ ref, category, areaName, createdAt, from, to }]
    })
    return { rule, looked: newest.length, moved, mark: markOfChange({ verb, rule }, rules) }
  })
}
