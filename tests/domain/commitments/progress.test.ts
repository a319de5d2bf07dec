import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Per } from '#app/domain/commitments/periods.ts'
import { progressOf, progressStates, type Measure } from '#app/domain/commitments/progress.ts'
import type { PublicReport } from '#app/domain/commitments/public-reports.ts'

const pledge = { from: '2026-01-01', through: '2027-12-31' }
const atLeast = (target: number, per: Per): Measure => ({ measure: 'count', comparison: 'at-least', target, per })
const inWords: Measure = { measure: 'none', comparison: null, target: null, per: null }

const report = (on: string, count: number | null, said: Partial<PublicReport> = {}): PublicReport => ({
  ...{ organisation: 'sspf', from: on, through: on, areaCode: null, note: '', count },
  ...said,
})

/** What the state is, and what was counted. */
function stateOf(measure: Measure, reports: PublicReport[], today: string) {
  const { state, current } = progressOf(measure, pledge, reports, today)
  return { state, sum: current?.sum }
}

test('half of the target at half of the time is on pace', () => {
  const reports = [report('2026-03-31', 50), report('2026-06-30', 50)]
  expect(stateOf(atLeast(200, 'year'), reports, '2026-07-05')).toEqual({ state: 'on-pace', sum: 100 })
})

test('less than an even pace at the last report is behind', () => {
  const reports = [report('2026-03-31', 40), report('2026-06-30', 40)]
  expect(stateOf(atLeast(200, 'year'), reports, '2026-07-05')).toEqual({ state: 'behind', sum: 80 })
})

test('a target that is met is reached, whatever time is left and however long nobody has reported', () => {
  expect(stateOf(atLeast(2, 'term'), [report('2026-07-02', 2)], '2026-12-30').state).toBe('reached')
})

test('without any report it is no report, never behind or missed, also after the end', () => {
  for (const today of ['2026-02-01', '2027-06-01', '2030-01-01'])
    expect(stateOf(atLeast(400, 'pledge'), [], today).state).toBe('no-report')
})

test('an owner who goes silent has no report since, and is not behind', () => {
  const reports = [report('2026-01-29', 3), report('2026-04-28', 11)]
  const { state, reportedThrough } = progressOf(atLeast(40, 'year'), pledge, reports, '2026-11-23')
  expect({ state, reportedThrough }).toEqual({ state: 'no-report', reportedThrough: '2026-04-28' })
})

test('two months of silence are no silence yet', () => {
  const reports = [report('2026-09-22', 30)]
  expect(stateOf(atLeast(40, 'year'), reports, '2026-11-23').state).toBe('on-pace')
  expect(stateOf(atLeast(40, 'year'), reports, '2026-11-24').state).toBe('no-report')
})

test('what is to be done twice a term may be silent for longer', () => {
  expect(stateOf(atLeast(2, 'term'), [report('2026-07-20', 1)], '2026-11-23').state).toBe('on-pace')
})

test('a year that was reported to its end without reaching the target is missed, from the eighth day of the next', () => {
  const reports = [report('2026-06-30', 90), report('2026-12-28', 90)]
  const earlier = (today: string) => progressOf(atLeast(200, 'year'), pledge, reports, today).earlier[0]?.state
  expect(earlier('2027-01-06')).toBe('behind')
  expect(earlier('2027-01-07')).toBe('missed')
})

test('a year whose reports stopped in spring is not missed: nobody knows', () => {
  const { earlier } = progressOf(atLeast(200, 'year'), pledge, [report('2026-04-28', 60)], '2027-03-01')
  expect(earlier[0]?.state).toBe('no-report')
})

test('each year counts for itself', () => {
  const reports = [report('2026-12-31', 250), report('2027-01-31', 10)]
  const { current, earlier } = progressOf(atLeast(200, 'year'), pledge, reports, '2027-02-10')
  expect([current?.sum, current?.state]).toEqual([10, 'behind'])
  expect(earlier.map(({ sum, state }) => [sum, state])).toEqual([[250, 'reached']])
})

test('a promise without a number is told in words once there is a report', () => {
  expect(progressOf(inWords, pledge, [], '2026-11-23').state).toBe('no-report')
  expect(progressOf(inWords, pledge, [report('2026-03-19', null)], '2026-11-23')).toEqual({
    state: 'told',
    reportedThrough: '2026-03-19',
    current: undefined,
    earlier: [],
  })
})

test('what is to be done once is reached when somebody has done it', () => {
  const once: Measure = { ...inWords, measure: 'done' }
  expect(progressOf(once, pledge, [report('2026-03-19', null)], '2026-11-23').state).toBe('told')
  expect(progressOf(once, pledge, [report('2026-03-19', 1)], '2026-11-23').state).toBe('reached')
})

test('at most so many is kept until there are more', () => {
  const atMost: Measure = { ...atLeast(10, 'year'), comparison: 'at-most' }
  expect(stateOf(atMost, [report('2026-10-30', 10)], '2026-11-23').state).toBe('on-pace')
  expect(stateOf(atMost, [report('2026-10-30', 11)], '2026-11-23').state).toBe('behind')
})

const someDay = fc.integer({ min: 0, max: 1200 }).map((days) => addDays(pledge.from, days))
const someReport = fc
  .record({ on: someDay, count: fc.option(fc.integer({ min: -3, max: 60 })) })
  .map(({ on, count }) => report(on, count))
const someMeasure = fc.record({
  measure: fc.constantFrom('count', 'schedule', 'none', 'done', 'service-level'),
  comparison: fc.constantFrom('at-least', 'at-most', 'exactly', null),
  target: fc.option(fc.integer({ min: 0, max: 4000 })),
  per: fc.constantFrom('pledge', 'year', 'half-year', 'term', 'month', null),
}) as fc.Arbitrary<Measure>

test('whatever is promised and reported, it has a state, and is missed only when its time is over and there are reports', () => {
  fc.assert(
    fc.property(someMeasure, fc.array(someReport, { maxLength: 30 }), someDay, (measure, all, today) => {
      const reports = all.filter(({ through }) => through <= today)
      const progress = progressOf(measure, pledge, reports, today)
      expect(progressStates).toContain(progress.state)
      for (const period of [progress.current, ...progress.earlier]) {
        if (!period) continue
        if (period.state === 'missed') {
          expect(period.through < today).toBe(true)
          expect(period.reportedThrough).toBeDefined()
        }
        if (period.reportedThrough === undefined) expect(period.state).toBe('no-report')
      }
      if (reports.length === 0) expect(progress.state).toBe('no-report')
    }),
  )
})
