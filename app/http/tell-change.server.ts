import type { ChangeTrial } from '#app/domain/rules/try-change.server.ts'
import type { Rule } from '#app/domain/rules/rules-of.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import type { RuleChoices } from './rule-choices.server.ts'
import { actsOf, tellTried } from './tell-rules.server.ts'

/** What would have come of a change of the rules, in words: how many would have gone another way, and from where to where. */
export function tellChange(language: Language, { looked, moved, mark }: ChangeTrial, choices: RuleChoices) {
  const t = words(language)
  const elsewhere = moved.filter(({ from, to }) => whereTo(from) !== whereTo(to)).length
  const told = (rule: Rule | undefined) => ({
    name: rule?.name,
    does: rule ? actsOf(language, rule, choices) : [t('rules:way.none')],
  })
  const ways = Map.groupBy(moved, ({ from, to }) => `${from?.rule.id} ${to?.rule.id}`)
  return {
    mark,
    found: t('rules:change.found', {
      count: moved.length,
      moved: formatNumber(language, moved.length),
      looked: formatNumber(language, looked),
    }),
    elsewhere: moved.length > 0 ? t('rules:change.elsewhere', { count: elsewhere }) : '',
    ways: [...ways.entries()]
      .sort(([, one], [, other]) => other.length - one.length)
      .map(([key, [first, ...others]]) => ({
        key,
        count: t('rules:way.count', { count: others.length + 1 }),
        from: told(first!.from?.rule),
        to: told(first!.to?.rule),
      })),
    tried: tellTried(language, moved),
  }
}

type Taken = ChangeTrial['moved'][number]['from']

/** Who would have got it: the organisation and the person, whatever else a rule does. */
const whereTo = (taken: Taken): string => {
  const { routedTo = null, proposedTo = null, assigneeId = null } = taken?.outcome ?? {}
  return [routedTo, proposedTo, assigneeId].join(' ')
}
