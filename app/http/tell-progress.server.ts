import type { Commitment } from '#app/domain/commitments/queries.server.ts'
import type { Per, Period } from '#app/domain/commitments/periods.ts'
import type { PeriodProgress } from '#app/domain/commitments/progress.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatList, formatMonth, formatNumber } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'

/** A commitment as a page shows it: every number, day and list in words of the language. */
export function tellCommitment(language: Language, commitment: Commitment) {
  const { number, slug, title, owners, progress, pledge } = commitment
  const current = progress.current && tellPeriod(language, commitment, progress.current)
  return {
    ...{ number, slug, example: pledge.example, title: pick(title, language) },
    owners: formatList(
      language,
      owners.map(({ name }) => name),
    ),
    state: progress.state,
    goal: goalOf(language, commitment),
    report: tellReport(language, commitment),
    period: current?.name,
    sentence: progress.current?.reportedThrough === undefined ? undefined : current?.sentence,
    bar: current?.bar,
  }
}

/** "Senaste rapport: 31 oktober 2026", or that there is none. */
function tellReport(language: Language, { progress, pledge }: Commitment): string {
  const t = words(language)
  const { state, reportedThrough } = progress
  if (reportedThrough === undefined)
    return t(`commitments:report.${pledge.state === 'closed' ? 'neverHere' : 'missing'}`)
  const date = formatDay(language, reportedThrough)
  return t(`commitments:report.${state === 'no-report' ? 'missingSince' : 'last'}`, { date })
}

/** "minst 200 tillfällen per år"; undefined where no number is promised. */
function goalOf(language: Language, { target, unit, per, comparison }: Commitment): string | undefined {
  if (target === null || per === null) return undefined
  const t = words(language)
  return t(`commitments:rule.${comparison ?? 'at-least'}`, {
    target: formatNumber(language, target),
    unit: unit ? pick(unit, language).text : '',
    per: t(`commitments:per.${per}`),
  })
}

/** One period of a commitment in words: "283 av minst 400 pass till och med 31 oktober 2024". */
export function tellPeriod(language: Language, commitment: Commitment, period: PeriodProgress) {
  const t = words(language)
  const { sum, target, expected, state, reportedThrough } = period
  const of = t(`commitments:target.${commitment.comparison ?? 'at-least'}`, { target: formatNumber(language, target) })
  const sentence =
    reportedThrough === undefined
      ? t('commitments:report.missing')
      : t('commitments:progress', {
          sum: formatNumber(language, sum),
          target: of,
          date: formatDay(language, reportedThrough),
        })
  const share = (value: number) => Math.min(1, Math.max(0, target === 0 ? 1 : value / target))
  return {
    name: periodName(language, commitment.per ?? 'pledge', period),
    ...{ state, sentence },
    bar: { share: share(sum), pace: share(expected), words: sentence },
  }
}

/** "Hösten 2026", "2026", "oktober 2026". */
function periodName(language: Language, per: Per, period: Period): string {
  const t = words(language)
  const year = period.from.slice(0, 4)
  if (per === 'pledge') return t('commitments:inPeriod.pledge')
  if (per === 'month') return t('commitments:inPeriod.month', { month: formatMonth(language, period.from) })
  if (per === 'year') return t('commitments:inPeriod.year', { year })
  return t(`commitments:inPeriod.${period.from.slice(5, 7) < '07' ? 'spring' : 'autumn'}`, { year })
}
