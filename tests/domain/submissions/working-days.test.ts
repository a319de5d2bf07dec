import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  daysAfter,
  daysBetween,
  dayOf,
  isWorkingDay,
  workingDayFrom,
} from '#app/domain/submissions/working-days.server.ts'

const aDay = fc.integer({ min: 0, max: 365 * 40 }).map((days) => daysAfter('2020-01-01', days))

/** Easter Sunday by Meeus, Jones and Butcher, as a day of the year's calendar. */
function easter(year: number): string {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const [i, k] = [Math.floor(c / 4), c % 4]
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 19 * l) / 433)
  const month = Math.floor((h + l - 7 * m + 90) / 25)
  const day = (h + l - 7 * m + 33 * month + 19) % 32
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** The days that are free in Sweden beside Saturdays and Sundays, reckoned without the calendar that the portal uses. */
function freeDays(year: number): string[] {
  const sunday = easter(year)
  const fridayFrom = (day: string) =>
    [0, 1, 2, 3, 4, 5, 6].map((on) => daysAfter(day, on)).find((it) => new Date(it).getUTCDay() === 5)!
  const fixed = ['01-01', '01-06', '05-01', '06-06', '12-24', '12-25', '12-26', '12-31'].map((day) => `${year}-${day}`)
  return [...fixed, daysAfter(sunday, -2), daysAfter(sunday, 1), daysAfter(sunday, 39), fridayFrom(`${year}-06-19`)]
}

test('a working day is Monday to Friday and no Swedish holiday, this year and in forty years', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const weekend = [0, 6].includes(new Date(day).getUTCDay())
      expect([day, isWorkingDay(day)]).toEqual([day, !weekend && !freeDays(Number(day.slice(0, 4))).includes(day)])
    }),
    { numRuns: 500 },
  )
})

test('the next working day is one, is never before, and nothing between is one', () => {
  fc.assert(
    fc.property(aDay, (day) => {
      const found = workingDayFrom(day)
      expect(isWorkingDay(found)).toBe(true)
      expect(found >= day).toBe(true)
      for (let between = day; between < found; between = daysAfter(between, 1))
        expect(isWorkingDay(between)).toBe(false)
    }),
  )
})

test('days are counted over months, leap days and changes of the clock', () => {
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29')
  expect(daysAfter('2026-10-24', 2)).toBe('2026-10-26')
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  fc.assert(
    fc.property(aDay, fc.nat(400), (day, days) => {
      expect(daysBetween(day, daysAfter(day, days))).toBe(days)
    }),
  )
})

test('a day is the day in Stockholm', () => {
  expect(dayOf(new Date('2026-11-23T22:59:59Z'))).toBe('2026-11-23')
  expect(dayOf(new Date('2026-11-23T23:00:00Z'))).toBe('2026-11-24')
  expect(dayOf(new Date('2026-06-23T22:00:00Z'))).toBe('2026-06-24')
})
