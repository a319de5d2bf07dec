import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Category, StatedDay, Status } from '#db/schema/submissions.ts'
import { answerBy, clocksOf, nearestOf, readBy } from '#app/domain/submissions/clocks.server.ts'
import { dayOf, daysAfter, isWorkingDay, workingDaysAfter } from '#app/domain/submissions/working-days.server.ts'

const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00Z`)
type Move = [Status, string]
const clocks = (moves: Move[], today: string, receivingAuthority: 'goteborg' | 'polisen' = 'goteborg') =>
  clocksOf(
    {
      ...{ receivingAuthority, category: 'lighting', createdAt: at('2026-11-19') },
      status: moves.at(-1)?.[0] ?? 'received',
      moves: moves.map(([toStatus, day]) => ({ toStatus, movedAt: at(day) })),
    },
    at(today),
  )

test('what came on a Thursday is read on Friday and answered by the city within four weeks', () => {
  expect(clocks([], '2026-11-19')).toEqual({
    reading: { by: '2026-11-20', late: false },
    answer: { by: '2026-12-17', late: false },
  })
})

test('what came on a Friday is read on Monday', () => {
  expect(readBy(at('2026-11-20'))).toBe('2026-11-23')
})

test('a last day at Christmas moves to the working day after it', () => {
  expect(answerBy(at('2026-11-26'), 28)).toBe('2026-12-28')
  expect(answerBy(at('2026-12-03'), 28)).toBe('2027-01-04')
})

test('the police promise no day', () => {
  expect(clocks([['screening', '2026-11-20']], '2026-11-23', 'polisen')).toEqual({ answer: 'no-day' })
})

test('the time it waited for the resident is added; while it waits the clock stands', () => {
  const waits: Move[] = [
    ['screening', '2026-11-20'],
    ['in_progress', '2026-11-20'],
    ['waiting_for_resident', '2026-11-23'],
  ]
  expect(clocks(waits, '2026-11-30')).toEqual({ answer: 'stands', back: { by: '2026-12-07', late: false } })
  expect(clocks([...waits, ['in_progress', '2026-11-25']], '2026-11-30')).toEqual({
    answer: { by: '2026-12-21', late: false },
  })
})

test('what is late is said to be late, from the day after', () => {
  const moves: Move[] = [['screening', '2026-11-20']]
  expect(clocks(moves, '2026-12-17')).toEqual({ answer: { by: '2026-12-17', late: false } })
  expect(clocks(moves, '2026-12-18')).toEqual({ answer: { by: '2026-12-17', late: true } })
})

test('a merge that was undone is as if it had not been, for every clock', () => {
  const moves: Move[] = [
    ['screening', '2026-11-20'],
    ['in_progress', '2026-11-20'],
    ['waiting_for_resident', '2026-11-23'],
  ]
  const undone: Move[] = [...moves, ['merged', '2026-11-24'], ['waiting_for_resident', '2026-11-25']]
  const goesOn: Move = ['in_progress', '2026-11-30']
  expect(clocks([...undone, goesOn], '2026-12-01')).toEqual(clocks([...moves, goesOn], '2026-12-01'))
  const reopened: Move[] = [...moves, ['answered', '2026-11-24'], ['reopen_requested', '2026-11-25']]
  const both: Move[] = [...reopened, ['merged', '2026-12-01'], ['reopen_requested', '2026-12-08']]
  expect(clocks(both, '2026-12-08')).toEqual(clocks(reopened, '2026-12-08'))
})

test('asked to look again, the clocks begin anew', () => {
  const reopened: Move[] = [
    ['screening', '2026-11-20'],
    ['in_progress', '2026-11-20'],
    ['answered', '2026-12-01'],
    ['reopen_requested', '2027-01-07'],
  ]
  expect(clocks(reopened, '2027-01-07')).toEqual({
    reading: { by: '2027-01-08', late: false },
    answer: { by: '2027-02-04', late: false },
  })
  expect(clocks([...reopened, ['in_progress', '2027-01-08']], '2027-01-08')).toEqual({
    answer: { by: '2027-02-04', late: false },
  })
})

type Said = ['resident' | 'staff', string]
const threadOf = (said: Said[]) => said.map(([sender, day]) => ({ sender, sentAt: at(day, '12:00') }))
/** The clocks of a case of the city that came on Thursday 19 November. */
const clocksWith = (moves: Move[], said: Said[] = [], { category = 'lighting', stated, merged = [] }: Own = {}) =>
  clocksOf(
    {
      ...{ receivingAuthority: 'goteborg', createdAt: at('2026-11-19'), status: moves.at(-1)?.[0] ?? 'received' },
      ...{ category, stated },
      moves: moves.map(([toStatus, day]) => ({ toStatus, movedAt: at(day) })),
      thread: threadOf(said),
      mergedThreads: merged.map(threadOf),
    },
    at('2026-11-23'),
  )
type Own = { category?: Category; stated?: StatedDay; merged?: Said[][] }
const stepOf = (...of: Parameters<typeof clocksWith>) => clocksWith(...of).step?.by
/** A day that staff stated on another. */
const stated = (on: string, day: string, outside = false): StatedDay => ({ on, at: `${day}T11:00:00Z`, outside })

const begun: Move[] = [
  ['screening', '2026-11-20'],
  ['in_progress', '2026-11-23'],
]

test('what is being read is decided within five working days, and what is worked on taken further within ten', () => {
  expect(stepOf([])).toBeUndefined()
  expect(stepOf([['screening', '2026-11-20']])).toBe('2026-11-27')
  expect(stepOf(begun)).toBe('2026-12-07')
})

test('a resident who has written is answered within three working days, and the answer begins the next step', () => {
  expect(stepOf(begun, [['resident', '2026-11-24']])).toBe('2026-11-27')
  const twice: Said[] = [
    ['resident', '2026-11-24'],
    ['resident', '2026-11-26'],
  ]
  expect(stepOf(begun, twice)).toBe('2026-11-27')
  expect(stepOf(begun, [...twice, ['staff', '2026-11-27']])).toBe('2026-12-11')
  // What she wrote before somebody began with it was read by then.
  expect(stepOf(begun, [['resident', '2026-11-19']])).toBe('2026-11-26')
})

test('so is one who has written in a submission that was merged into it, whatever was written to the other', () => {
  const others: Said[] = [['resident', '2026-11-25']]
  expect(stepOf(begun, [], { merged: [others] })).toBe('2026-11-30')
  expect(stepOf(begun, [['resident', '2026-11-24']], { merged: [others] })).toBe('2026-11-27')
  expect(stepOf(begun, [['staff', '2026-11-26']], { merged: [others] })).toBe('2026-11-30')
  expect(stepOf(begun, [], { merged: [[...others, ['staff', '2026-11-26']]] })).toBe('2026-12-10')
})

test('how soon the next step comes is by the category', () => {
  expect(stepOf(begun, [], { category: 'violence' })).toBe('2026-11-30')
  expect(stepOf(begun, [], { category: 'meeting-places' })).toBe('2026-12-14')
})

test('a day that staff have stated holds until the next step, and keeps nobody waiting who has written', () => {
  expect(stepOf(begun, [], { stated: stated('2027-01-15', '2026-11-23') })).toBe('2027-01-15')
  expect(stepOf(begun, [], { stated: stated('2027-01-15', '2026-11-20') })).toBe('2026-12-07')
  expect(stepOf(begun, [['staff', '2026-11-25']], { stated: stated('2027-01-15', '2026-11-24') })).toBe('2026-12-09')
  expect(stepOf(begun, [['resident', '2026-11-25']], { stated: stated('2027-01-15', '2026-11-24') })).toBe('2026-11-30')
})

test('while it waits for the resident no step is due; it comes back after ten working days, or on a stated day', () => {
  const waits: Move[] = [...begun, ['waiting_for_resident', '2026-11-24']]
  expect(clocksWith(waits)).toEqual({ answer: 'stands', back: { by: '2026-12-08', late: false } })
  expect(clocksWith(waits, [], { stated: stated('2026-12-01', '2026-11-24') }).back?.by).toBe('2026-12-01')
  // What was stated of an earlier step says nothing of this one.
  expect(clocksWith(waits, [], { stated: stated('2026-12-01', '2026-11-23') }).back?.by).toBe('2026-12-08')
})

test('the nearest of the days is the one to act by', () => {
  const late = { by: '2026-11-20', late: true }
  expect(nearestOf({ answer: { by: '2026-12-17', late: false }, step: { ...late, outside: false } })).toBe('2026-11-20')
  expect(nearestOf({ answer: 'no-day', reading: late })).toBe('2026-11-20')
  expect(nearestOf({ answer: 'stands', back: late })).toBe('2026-11-20')
  expect(nearestOf({ answer: 'stands' })).toBeUndefined()
})

test('so many working days later is that many, whatever free days lie between', () => {
  expect(workingDaysAfter('2026-11-20', 1)).toBe('2026-11-23')
  expect(workingDaysAfter('2026-12-22', 3)).toBe('2026-12-29')
  expect(workingDaysAfter('2026-11-20', 0)).toBe('2026-11-20')
})

test.each<Status>(['answered', 'closed', 'redirected', 'merged', 'not_pursued'])(
  'nothing runs for what is %s',
  (status) => {
    expect(clocks([[status, '2026-11-20']], '2026-12-31')).toEqual({})
  },
)

test('the last day is always a working day in Sweden, never before the promised time is over, and at most a week after', () => {
  const aMoment = fc.date({ min: new Date('2020-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(aMoment, fc.nat(60), (received, days) => {
      const [by, promised] = [answerBy(received, days), daysAfter(dayOf(received), days)]
      expect(isWorkingDay(by)).toBe(true)
      expect(by >= promised && by <= daysAfter(promised, 7)).toBe(true)
      expect(readBy(received) > dayOf(received)).toBe(true)
      expect(isWorkingDay(readBy(received))).toBe(true)
    }),
  )
})
