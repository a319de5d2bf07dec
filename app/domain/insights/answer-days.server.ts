import { sql, type SQL } from 'drizzle-orm'

/** So many days are told one by one: four weeks, the time within which most are promised an answer. */
export const daysToldOneByOne = 28
/** Longer times are gathered up to these; the last stands for everything longer. */
const gatheredUpTo = [35, 42, 60, 90] as const
export const moreDays = gatheredUpTo.at(-1)! + 1

/** The days as they are counted, in SQL. */
export function countedDays(days: SQL): SQL {
  const steps = gatheredUpTo.map((most) => sql`when ${days} <= ${sql.raw(String(most))} then ${sql.raw(String(most))}`)
  return sql`case when ${days} <= ${sql.raw(String(daysToldOneByOne))} then greatest(${days}, 0) ${sql.join(steps, sql` `)} else ${sql.raw(String(moreDays))} end`
}

type Counted = { days: number; count: number }

/** Fewer answers than this tell a time of nobody in particular, and none is told. */
const fewest = 10

/** The days within which a share of the answers came (0.5 is the median); null where they are too few. */
export function daysWithin(share: number, times: readonly Counted[]): number | null {
  const all = times.reduce((sum, { count }) => sum + count, 0)
  if (all < fewest) return null
  let sum = 0
  for (const { days, count } of [...times].sort((one, other) => one.days - other.days)) {
    sum += count
    if (sum >= share * all) return days
  }
  return null
}
