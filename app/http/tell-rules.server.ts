import { districtAreas } from '#app/domain/areas/queries.server.ts'
import type { Rule } from '#app/domain/rules/rules-of.server.ts'
import type { Trial } from '#app/domain/rules/try-rule.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { orList, type RuleChoices } from './rule-choices.server.ts'

/** How many of those that were tried on are shown one by one. */
const shownTried = 10

/** The rules in words, in their order. */
export async function tellRules(language: Language, rules: Rule[], choices: RuleChoices) {
  const names = new Map((await districtAreas()).map(({ code, name }) => [code, name]))
  return rules.map((rule) => ({
    ...{ id: rule.id, name: rule.name },
    when: conditionsOf(language, rule, names),
    does: actsOf(language, rule, choices),
  }))
}

function conditionsOf(language: Language, rule: Rule, areas: Map<string, string>): string[] {
  const t = words(language)
  const any = (list: string[], name: (one: string) => string) => orList(language, list.map(name))
  const told = [
    rule.kinds.length > 0 && any(rule.kinds, (kind) => t(`staff:kind.${kind}`)),
    rule.categories.length > 0 && any(rule.categories, (category) => t(`categories:${category}`)),
    rule.areas.length > 0 && any(rule.areas, (code) => areas.get(code) ?? code),
    rule.languages.length > 0 &&
      t('rules:when.languages', { languages: any(rule.languages, (tag) => t(`staff:language.${tag}`)) }),
    rule.words.length > 0 && t('rules:when.words', { words: any(rule.words, (word) => `”${word}”`) }),
    rule.fromTime && t('rules:when.times', { from: rule.fromTime, to: rule.toTime }),
  ].filter((one) => typeof one === 'string' && one !== '') as string[]
  return told.length > 0 ? told : [t('rules:when.always')]
}

/** What a rule does, in words. */
export function actsOf(
  language: Language,
  rule: Rule,
  { organisations, colleagues, templates }: RuleChoices,
): string[] {
  const t = words(language)
  const to = organisations.find(({ value }) => value === rule.organisation)
  const who = colleagues.find(({ value }) => value === rule.assigneeId)
  const template = templates.find(({ value }) => value === rule.templateId)
  return [
    rule.organisation &&
      t(to?.company ? 'rules:then.propose' : 'rules:then.route', { organisation: to?.name ?? rule.organisation }),
    rule.assigneeId && (who ? t('rules:then.assign', { name: who.label }) : t('rules:then.assigneeGone')),
    rule.priority && t(`rules:then.priority.${rule.priority}`),
    rule.answerWithin && t('rules:then.answerWithin', { count: rule.answerWithin }),
    rule.templateId && (template ? t('rules:then.suggest', { name: template.label }) : t('rules:then.templateGone')),
  ].filter((one) => typeof one === 'string' && one !== '') as string[]
}

/** What came of trying a rule, in words. */
export function tellTrial(language: Language, { looked, earlier, taken, mark }: Trial, { templates }: RuleChoices) {
  const t = words(language)
  const suggested = taken[0]?.outcome.templateId
  const template = templates.find(({ value }) => value === suggested)
  const assigned = taken.filter(({ outcome }) => outcome.assigneeId !== null).length
  return {
    mark,
    found: t('rules:trial.found', {
      count: taken.length,
      taken: formatNumber(language, taken.length),
      looked: formatNumber(language, looked),
    }),
    earlier: earlier > 0 ? t('rules:trial.earlier', { count: earlier }) : '',
    assigned: assigned > 0 ? t('rules:trial.assigned', { count: assigned }) : '',
    suggested: template ? t('rules:trial.suggested', { count: taken.length, name: template.label }) : '',
    tried: tellTried(language, taken),
  }
}

type TriedOn = Pick<Trial['taken'][number], 'ref' | 'category' | 'areaName' | 'createdAt'>

/** The first of those that were tried on, one by one, and how many more there are. */
export function tellTried(language: Language, cases: TriedOn[]) {
  const t = words(language)
  return {
    list: cases.slice(0, shownTried).map(({ ref, category, areaName, createdAt }) => ({
      ...{ ref, to: paths.staffSubmission(ref), day: formatDay(language, createdAt) },
      title: t('staff:submission.title', { category: t(`categories:${category}`), area: areaName }),
    })),
    more: cases.length > shownTried ? t('rules:trial.more', { count: cases.length - shownTried }) : '',
  }
}

export type ShownTrial = ReturnType<typeof tellTrial>
