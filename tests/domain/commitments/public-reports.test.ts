import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, monthEnd } from '#app/domain/commitments/periods.ts'
import { publicReports, sumOf, type EntryRule, type ReportedEntry } from '#app/domain/commitments/public-reports.ts'

const rules = new Map<string, EntryRule>([
  ['polisen', 'monthly'],
  ['sspf', 'at-once'],
])

const reported = (said: Partial<ReportedEntry>): ReportedEntry => ({
  organisation: 'polisen',
  on: '2026-10-14',
  count: 1,
  areaCode: '606',
  note: '',
  ...said,
})

const someDay = fc.integer({ min: 0, max: 730 }).map((days) => addDays('2026-01-01', days))
const someEntry = fc.record({
  organisation: fc.constantFrom('polisen', 'sspf', 'nobody-knows'),
  on: someDay,
  count: fc.option(fc.integer({ min: -5, max: 40 })),
  areaCode: fc.option(fc.constantFrom('301', '606')),
  note: fc.constantFrom('', 'Utanför skolan klockan 21.'),
})

test('a month of the police is shown from the seventh day after it has ended, and not a day before', () => {
  const october = [reported({ on: '2026-10-03', count: 2 }), reported({ on: '2026-10-30', count: 3 })]
  expect(publicReports(october, rules, '2026-11-06')).toEqual([])
  expect(publicReports(october, rules, '2026-11-07')).toEqual([
    { organisation: 'polisen', from: '2026-10-01', through: '2026-10-31', areaCode: '606', count: 5, note: '' },
  ])
})

test('an owner who reports at once is seen the same day, with the words', () => {
  const entry = reported({ organisation: 'sspf', on: '2026-11-23', note: 'Vi träffades.' })
  expect(publicReports([entry], rules, '2026-11-23')).toMatchObject([{ through: '2026-11-23', note: 'Vi träffades.' }])
  expect(publicReports([entry], rules, '2026-11-22')).toEqual([])
})

test('a month that ends with a correction shows what is left', () => {
  const corrected = [reported({ count: 4 }), reported({ on: '2026-10-20', count: -1 })]
  expect(publicReports(corrected, rules, '2026-11-23')[0]?.count).toBe(3)
})

test('an owner with no known rule is treated as one that reports by the month', () => {
  expect(publicReports([reported({ organisation: 'nobody-knows' })], rules, '2026-10-31')).toEqual([])
})

test('what a delayed owner shows is exactly the sum of the months that ended seven days ago', () => {
  fc.assert(
    fc.property(fc.array(someEntry, { maxLength: 60 }), someDay, (entries, today) => {
      const delayed = entries.filter(({ organisation }) => organisation !== 'sspf')
      const ended = delayed.filter(({ on }) => addDays(monthEnd(on), 7) <= today)
      const shown = publicReports(entries, rules, today).filter(({ organisation }) => organisation !== 'sspf')
      expect(sumOf(shown)).toBe(sumOf(ended))
    }),
  )
})

test('a delayed owner never shows a word, a single day, or a month that lasts', () => {
  fc.assert(
    fc.property(fc.array(someEntry, { maxLength: 60 }), someDay, (entries, today) => {
      for (const report of publicReports(entries, rules, today)) {
        expect(report.through <= today).toBe(true)
        if (report.organisation === 'sspf') continue
        expect(report.note).toBe('')
        expect(report.from.endsWith('-01')).toBe(true)
        expect(report.through).toBe(monthEnd(report.from))
      }
    }),
  )
})

test('a day that goes by never takes away what has been shown', () => {
  const kept = someEntry.map((entry) => ({ ...entry, count: Math.abs(entry.count ?? 0) }))
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 40 }), someDay, (entries, today) => {
      const sum = (day: string) => sumOf(publicReports(entries, rules, day)) ?? 0
      expect(sum(addDays(today, 1))).toBeGreaterThanOrEqual(sum(today))
    }),
  )
})
