import { expect, test } from 'vitest'
import { liveQueue } from '#app/ui/staff/live-queue.ts'
import type { QueueView } from '#app/ui/staff/queue-view.server.ts'

const page = (refs: string[], { next, status = 'received' }: { next?: string; status?: string } = {}) =>
  ({
    ...{
      rows: refs.map((ref) => ({ ref, status })),
      heldRows: [],
      tabs: [{ status: 'open', count: `${refs.length}` }],
    },
    ...{ found: `${refs.length}`, heldFound: '', cut: '', next, previous: undefined, here: undefined, lost: false },
  }) as unknown as QueueView
const rowsOf = (shown: QueueView, now: QueueView) =>
  liveQueue(shown, now).view.rows.map(({ ref, gone }) => (gone ? `${ref} gone` : ref))

test('every row stays where it is and says how its case stands now', () => {
  const { view, fresh } = liveQueue(page(['a', 'b']), page(['b', 'a'], { status: 'screening' }))
  expect(view.rows.map(({ ref, status }) => [ref, status])).toEqual([
    ['a', 'screening'],
    ['b', 'screening'],
  ])
  expect(fresh).toBe(0)
})

test('what is new is counted and not shown, and the counts are those of now', () => {
  const { view, fresh } = liveQueue(page(['a', 'b']), page(['n', 'a', 'b', 'm']))
  expect([view.rows.map(({ ref }) => ref), fresh, view.found]).toEqual([['a', 'b'], 2, '4'])
})

test('what somebody has moved on says so and stays', () => {
  expect(rowsOf(page(['a', 'b', 'c']), page(['a', 'c']))).toEqual(['a', 'b gone', 'c'])
  expect(rowsOf(page(['a', 'b']), page([]))).toEqual(['a gone', 'b gone'])
})

test('what slides over the edge of a full page is neither gone nor new', () => {
  expect(rowsOf(page(['a', 'b', 'c'], { next: 'c' }), page(['n', 'a', 'b'], { next: 'b' }))).toEqual(['a', 'b', 'c'])
  expect(liveQueue(page(['a', 'b', 'c'], { next: 'c' }), page(['b', 'c', 'd'], { next: 'd' })).fresh).toBe(0)
})
