import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysWithin } from '#app/domain/insights/answer-days.server.ts'
import { inFives, shareOf } from '#app/domain/insights/in-fives.ts'
import { mondayOf, weekNumber, weeksBetween } from '#app/domain/insights/weeks.ts'

/** All that a count may be that is shown like this. */
const mayBe = (shown: number | null) => [0, 1, 2, 3, 4].map((more) => (shown ?? 0) + more)

test('no difference of two figures that are shown tells a count below five', () => {
  const counts = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(counts, (parts) => {
      const sums = parts.map((_, n) => parts.slice(0, n + 1).reduce((sum, one) => sum + one, 0))
      const shown = [...parts, ...sums].map((count) => ({ count, shown: inFives(count) }))
      for (const whole of shown)
        for (const part of shown) {
          if (whole.shown === null || part.shown === null || part.count > whole.count) continue
          const rests = mayBe(whole.shown).flatMap((one) => mayBe(part.shown).map((other) => one - other))
          const possible = new Set(rests.filter((rest) => rest >= 0))
          expect([...possible].some((rest) => rest === 0 || rest >= 5)).toBe(true)
          expect(possible.size).toBeGreaterThanOrEqual(5)
        }
    }),
    { seed: 5, numRuns: 300 },
  )
})

test('a figure that is shown is at most four too low, and below five there is none', () => {
  fc.assert(
    fc.property(fc.nat({ max: 100_000 }), (count) => {
      const shown = inFives(count)
      if (count < 5) expect(shown).toBeNull()
      else expect(mayBe(shown)).toContain(count)
    }),
    { seed: 5 },
  )
})

test('a share is told of twenty at least, from figures that are shown', () => {
  expect([shareOf(5, 20), shareOf(10, 15), shareOf(null, 40), shareOf(5, null)]).toEqual([25, null, null, null])
})

test('the middle is the day within which half have an answer', () => {
  const times = [
    { days: 3, count: 5 },
    { days: 1, count: 5 },
    { days: 90, count: 2 },
  ]
  expect([daysWithin(0.5, times), daysWithin(0.8, times), daysWithin(0.9, times)]).toEqual([3, 3, 90])
  expect(daysWithin(0.5, [{ days: 1, count: 9 }])).toBeNull()
})

test('weeks begin on Mondays, and the first of a year holds its first Thursday', () => {
  expect(['2026-11-23', '2026-11-29', '2026-11-30'].map(mondayOf)).toEqual(['2026-11-23', '2026-11-23', '2026-11-30'])
  expect(['2026-11-23', '2025-12-29', '2027-01-04', '2020-12-28'].map(weekNumber)).toEqual([48, 1, 1, 53])
  expect(weeksBetween('2026-11-09', '2026-11-23')).toEqual(['2026-11-09', '2026-11-16', '2026-11-23'])
})
