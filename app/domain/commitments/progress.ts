import type { comparisons, measureKinds } from '#db/schema/commitments.ts'
import { addDays, daysBetween, lengthOf, periodsUntil, type Per, type Period } from './periods.ts'
import { sumOf, type PublicReport } from './public-reports.ts'

/** How a promise goes. `told`: it has no number, only reports in words. */
export const progressStates = ['on-pace', 'behind', 'reached', 'missed', 'no-report', 'told'] as const
export type ProgressState = (typeof progressStates)[number]

type Comparison = (typeof comparisons)[number]

/** What was promised, in numbers where there are any. */
export type Measure = {
  measure: (typeof measureKinds)[number]
  comparison: Comparison | null
  target: number | null
  per: Per | null
}

/** How it goes in one period: the sum so far, where an even pace would be at the last report, and the last report's day. */
export type PeriodProgress = Period & {
  sum: number
  target: number
  expected: number
  state: ProgressState
  reportedThrough: string | undefined
}

export type Progress = {
  state: ProgressState
  /** The last day that anything public tells of; undefined where nothing has been reported. */
  reportedThrough: string | undefined
  /** The period in force, or the last one of a pledge that has ended; undefined where nothing is counted. */
  current: PeriodProgress | undefined
  /** The periods before it, latest first. */
  earlier: PeriodProgress[]
}

/** A verdict on a period waits so many days after its end, for what is reported by the month. */
const daysUntilVerdict = 7

/** Silence shorter than this many days is no silence. */
const leastPatience = 62

/** How a commitment goes on the day `today`, told from public reports alone. Without a report it is never behind or missed. */
export function progressOf(
  promise: Measure,
  pledge: Period,
  reports: readonly PublicReport[],
  today: string,
): Progress {
  const reportedThrough = lastDay(reports)
  const { target, per } = promise
  if (target === null || per === null || !['count', 'schedule'].includes(promise.measure)) {
    return { state: stateInWords(promise, reports), reportedThrough, current: undefined, earlier: [] }
  }
  const counted = { comparison: promise.comparison ?? 'at-least', target }
  const [current, ...earlier] = periodsUntil(per, pledge, today).map((period) =>
    progressIn(period, counted, reports, today),
  )
  return { state: current!.state, reportedThrough, current, earlier }
}

function stateInWords({ measure }: Measure, reports: readonly PublicReport[]): ProgressState {
  if (reports.length === 0) return 'no-report'
  return measure === 'done' && (sumOf(reports) ?? 0) > 0 ? 'reached' : 'told'
}

type Counted = { comparison: Comparison; target: number }

function progressIn(
  period: Period,
  { comparison, target }: Counted,
  all: readonly PublicReport[],
  today: string,
): PeriodProgress {
  const reports = all.filter(({ from, through }) => through >= period.from && from <= period.through)
  const reportedThrough = lastDay(reports)
  const sum = sumOf(reports) ?? 0
  const known = { ...period, sum, target, reportedThrough }
  if (reportedThrough === undefined) return { ...known, expected: 0, state: 'no-report' }

  const shown = Math.min(daysBetween(period.from, reportedThrough) + 1, lengthOf(period))
  const expected = (target * shown) / lengthOf(period)
  const over = today >= addDays(period.through, daysUntilVerdict)
  if (comparison === 'at-least' && sum >= target) return { ...known, expected, state: 'reached' }
  if (isSilent({ period, target, reportedThrough }, all, today)) return { ...known, expected, state: 'no-report' }
  return { ...known, expected, state: verdicts[comparison]({ sum, target, pace: Math.floor(expected), over }) }
}

/** True when a report is due and none has come: by now, or by the end of a period that is over. */
function isSilent(
  { period, target, reportedThrough }: { period: Period; target: number; reportedThrough: string },
  all: readonly PublicReport[],
  today: string,
): boolean {
  if (all.some(({ from }) => from > period.through)) return false
  const due = today < period.through ? today : period.through
  const patience = Math.max(leastPatience, (1.5 * lengthOf(period)) / Math.max(target, 1))
  return daysBetween(reportedThrough, due) > patience
}

type Judged = { sum: number; target: number; pace: number; over: boolean }

const verdicts: Record<Comparison, (judged: Judged) => ProgressState> = {
  'at-least': ({ sum, pace, over }) => (over ? 'missed' : sum >= pace ? 'on-pace' : 'behind'),
  'at-most': ({ sum, target, over }) =>
    over ? (sum <= target ? 'reached' : 'missed') : sum <= target ? 'on-pace' : 'behind',
  exactly: ({ sum, target, pace, over }) =>
    over ? (sum === target ? 'reached' : 'missed') : sum >= pace && sum <= target ? 'on-pace' : 'behind',
}

const lastDay = (reports: readonly PublicReport[]): string | undefined =>
  reports.reduce<string | undefined>(
    (last, { through }) => (last === undefined || through > last ? through : last),
    undefined,
  )
