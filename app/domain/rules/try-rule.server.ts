import { as } from '#db/client.server.ts'
import type { Category } from '#db/schema/submissions.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { markOfTrial, type Written } from './mark-of-trial.ts'
import { factsOf, firstMatch, matches } from './match-rule.ts'
import { mayEditRules } from './may-edit-rules.ts'
import { newestReceived } from './newest-received.server.ts'
import { knownOf, outcomeOf, type Outcome } from './outcome-of.server.ts'
import { rulesOf, type Rule } from './rules-of.server.ts'

/** What a rule would have done. */
export type Trial = {
  /** On how many it was tried, and how many fit that an earlier rule takes. */
  looked: number
  earlier: number
  taken: { ref: string; category: Category; areaName: string; createdAt: Date; outcome: Outcome }[]
  /** Lets it be saved as it was tried. */
  mark: string
}

/** What stands for a rule that is not saved yet. */
const unsaved = ''

/**
 * Tries a rule, new or changed (`id`), on the newest submissions of her authority: which it would have taken, with what it
 * would have done to each, and how many fit that an earlier rule takes. Changes nothing. Refuses who may not edit rules
 * and a rule that is not there.
 */
export async function tryRule(
  staff: Staff,
  { id, rule }: { id?: string | undefined; rule: Written },
): Promise<Refused | Trial> {
  if (!mayEditRules(staff)) return { refused: 'not-allowed' }
  return as(staff, async (tx) => {
    const { authority } = staff
    const rules = await rulesOf(tx, authority)
    if (id !== undefined && !rules.some((one) => one.id === id)) return { refused: 'not-found' }
    const tried = { id: id ?? unsaved, ...rule }
    const among = placed(rules, tried)
    const known = await knownOf(tx, authority)
    const newest = await newestReceived(tx, staff)
    const fitting = newest.map((row) => ({ row, facts: factsOf(row) })).filter(({ facts }) => matches(tried, facts))
    const taken = fitting.filter(({ facts }) => firstMatch(among, facts) === tried)
    return {
      looked: newest.length,
      earlier: fitting.length - taken.length,
      taken: taken.map(({ row: { ref, category, areaName, createdAt, ...row } }) => ({
        ...{ ref, category, areaName, createdAt },
        outcome: outcomeOf(tried, { ...row, createdAt }, known),
      })),
      mark: markOfTrial({ id, rule }, rules),
    }
  })
}

/** The rules in their order with the one that is tried in its place; a new one comes last. */
const placed = (rules: readonly Rule[], tried: Rule): Rule[] =>
  tried.id === unsaved ? [...rules, tried] : rules.map((one) => (one.id === tried.id ? tried : one))
