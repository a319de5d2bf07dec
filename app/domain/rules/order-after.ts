import type { Rule } from './rules-of.server.ts'
import type { RuleVerb } from './rule-verbs.ts'

/**
 * The rules in their order once a verb is done to one of them; what holds again comes last. Undefined when there is
 * nothing to do: it stands at that end already, or holds no longer, or still.
 */
export function orderAfter(
  rules: readonly Rule[],
  { verb, rule }: { verb: RuleVerb; rule: Rule },
): readonly Rule[] | undefined {
  const from = rules.findIndex(({ id }) => id === rule.id)
  if (verb === 'resume') return from < 0 ? [...rules, rule] : undefined
  if (verb === 'end') return from < 0 ? undefined : rules.filter(({ id }) => id !== rule.id)
  const other = rules[from + (verb === 'up' ? -1 : 1)]
  if (from < 0 || !other) return undefined
  return rules.map((one) => (one.id === rule.id ? other : one === other ? rule : one))
}
