import type { entryRules } from '#db/schema/staff.ts'
import { addDays, monthEnd, type Period } from './periods.ts'

export type EntryRule = (typeof entryRules)[number]

/** An entry as its owner reported it; not for the public as it stands. */
export type ReportedEntry = {
  organisation: string
  on: string
  count: number | null
  areaCode: string | null
  note: string
}

/** What the public sees: one entry (a period of one day), or a month's sum in one area without any words. */
export type PublicReport = Period & Omit<ReportedEntry, 'on'>

/** A month of an owner who reports by the month is shown so many days after it has ended. */
export const daysUntilMonthIsShown = 7

/**
 * What is public on the day `today` of what owners have reported. An owner without a known rule is treated as one that
 * reports by the month.
 */
export function publicReports(
  entries: readonly ReportedEntry[],
  rules: ReadonlyMap<string, EntryRule>,
  today: string,
): PublicReport[] {
  const atOnce = entries
    .filter(({ organisation, on }) => rules.get(organisation) === 'at-once' && on <= today)
    .map(({ on, ...entry }) => ({ ...entry, from: on, through: on }))
  const delayed = entries.filter(
    ({ organisation, on }) => rules.get(organisation) !== 'at-once' && isShown(monthEnd(on), today),
  )
  return [...atOnce, ...monthSums(delayed)].sort((one, other) => (one.through < other.through ? 1 : -1))
}

const isShown = (lastOfMonth: string, today: string): boolean => addDays(lastOfMonth, daysUntilMonthIsShown) <= today

function monthSums(entries: readonly ReportedEntry[]): PublicReport[] {
  const groups = Map.groupBy(entries, ({ organisation, on, areaCode }) =>
    [organisation, on.slice(0, 7), areaCode].join('|'),
  )
  return [...groups.values()].map((group) => {
    const { organisation, on, areaCode } = group[0]!
    const count = sumOf(group)
    return { organisation, areaCode, count, note: '', from: `${on.slice(0, 7)}-01`, through: monthEnd(on) }
  })
}

/** The sum of what was counted; null where only words were reported. */
export function sumOf(rows: readonly { count: number | null }[]): number | null {
  const counted = rows.flatMap(({ count }) => count ?? [])
  return counted.length === 0 ? null : counted.reduce((sum, count) => sum + count, 0)
}
