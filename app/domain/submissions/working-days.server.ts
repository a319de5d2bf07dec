import HolidayCalendar from 'date-holidays'
import { once } from '#db/once.server.ts'

/** A calendar day, YYYY-MM-DD. */
export type Day = string

const dayLength = 24 * 60 * 60 * 1000
const dayIn = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', dateStyle: 'short' })

/** The calendar day in Stockholm of a moment. */
export const dayOf = (moment: Date): Day => dayIn.format(moment)

/** So many calendar days later. */
export const daysAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * dayLength).toISOString().slice(0, 10)

/** How many calendar days lie between two. */
export const daysBetween = (from: Day, to: Day): number => Math.round((Date.parse(to) - Date.parse(from)) / dayLength)

/** The Sunday of its week. */
export const lastDayOfWeek = (day: Day): Day => daysAfter(day, (7 - new Date(day).getUTCDay()) % 7)

/**
 * True on Monday to Friday that is no public holiday in Sweden. Midsummer's, Christmas and New Year's Eve are no
 * working days either, as in the act on the reckoning of statutory time (1930:173).
 */
export function isWorkingDay(day: Day): boolean {
  const weekday = new Date(day).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !holidaysOf(Number(day.slice(0, 4))).has(day)
}

/** The day itself when it is a working day, else the next one that is. */
export function workingDayFrom(day: Day): Day {
  let found = day
  while (!isWorkingDay(found)) found = daysAfter(found, 1)
  return found
}

/** The so-manieth working day after a day. */
export function workingDaysAfter(day: Day, count: number): Day {
  let found = day
  for (let left = count; left > 0; left--) found = workingDayFrom(daysAfter(found, 1))
  return found
}

/** The free days of a year. The calendar is made at first need and read once for each year. */
function holidaysOf(year: number): Set<Day> {
  const kept = once('Swedish holidays', () => ({
    calendar: new HolidayCalendar('SE', { types: ['public', 'bank'] }),
    years: new Map<number, Set<Day>>(),
  }))
  const known = kept.years.get(year)
  if (known) return known
  const days = new Set(kept.calendar.getHolidays(year).map(({ date }) => date.slice(0, 10)))
  kept.years.set(year, days)
  return days
}
