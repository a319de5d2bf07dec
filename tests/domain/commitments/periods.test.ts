import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, lengthOf, monthEnd, periodAt, periodsUntil, type Per } from '#app/domain/commitments/periods.ts'

const pledge = { from: '2026-01-01', through: '2027-12-31' }

test.each<[Per, string, string]>([
  ['pledge', '2026-01-01', '2027-12-31'],
  ['year', '2026-01-01', '2026-12-31'],
  ['half-year', '2026-07-01', '2026-12-31'],
  ['term', '2026-07-01', '2026-12-31'],
  ['month', '2026-11-01', '2026-11-30'],
])('on 23 November a target per %s counts from %s through %s', (per, from, through) => {
  expect(periodAt(per, pledge, '2026-11-23')).toEqual({ from, through })
})

test('the spring term ends on 30 June and the autumn term begins on 1 July', () => {
  expect(periodAt('term', pledge, '2026-06-30').through).toBe('2026-06-30')
  expect(periodAt('term', pledge, '2026-07-01').from).toBe('2026-07-01')
})

test('a pledge that starts in the middle of a year has a shorter first year', () => {
  const late = { from: '2026-03-15', through: '2027-12-31' }
  expect(periodAt('year', late, '2026-05-01')).toEqual({ from: '2026-03-15', through: '2026-12-31' })
})

test('after the end of the pledge the last period is the one that counts', () => {
  expect(periodAt('year', pledge, '2030-01-01')).toEqual({ from: '2027-01-01', through: '2027-12-31' })
})

test('February of a leap year has 29 days', () => {
  expect(monthEnd('2028-02-03')).toBe('2028-02-29')
  expect(monthEnd('2027-02-03')).toBe('2027-02-28')
})

test('periods follow each other without gap or overlap, and cover the pledge until the day', () => {
  const pers = fc.constantFrom<Per>('pledge', 'year', 'half-year', 'term', 'month')
  fc.assert(
    fc.property(pers, fc.integer({ min: 0, max: 729 }), (per, days) => {
      const today = addDays(pledge.from, days)
      const periods = periodsUntil(per, pledge, today)
      expect(periods[0]!.from <= today && today <= periods[0]!.through).toBe(true)
      expect(periods.at(-1)!.from).toBe(pledge.from)
      periods.slice(1).forEach((period, i) => expect(addDays(period.through, 1)).toBe(periods[i]!.from))
      for (const period of periods) expect(lengthOf(period)).toBeGreaterThan(0)
    }),
  )
})
