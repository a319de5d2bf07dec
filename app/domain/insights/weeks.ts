/** A calendar day, YYYY-MM-DD. */
type Day = string

const dayLength = 24 * 60 * 60 * 1000
const asDay = (time: number): Day => new Date(time).toISOString().slice(0, 10)

/** The Monday of the week that a day lies in. */
export function mondayOf(day: Day): Day {
  const sinceMonday = (new Date(day).getUTCDay() + 6) % 7
  return asDay(Date.parse(day) - sinceMonday * dayLength)
}

/** The Monday so many weeks later. */
export const weeksAfter = (monday: Day, weeks: number): Day => asDay(Date.parse(monday) + weeks * 7 * dayLength)

/** The Mondays from one to another, both with. */
export function weeksBetween(first: Day, last: Day): Day[] {
  const weeks = Math.round((Date.parse(last) - Date.parse(first)) / (7 * dayLength))
  return Array.from({ length: Math.max(0, weeks + 1) }, (_, n) => weeksAfter(first, n))
}

/** The number of a week (ISO 8601): the first of a year is the one that its first Thursday lies in. */
export function weekNumber(monday: Day): number {
  const thursday = asDay(Date.parse(monday) + 3 * dayLength)
  return 1 + Math.floor((Date.parse(thursday) - Date.parse(`${thursday.slice(0, 4)}-01-01`)) / (7 * dayLength))
}
