import { expect, test } from 'vitest'
import { paths } from '#app/paths.ts'
import { currentWay } from '#app/ui/staff/current-way.ts'

const start = paths.staff()
const ways = [
  { to: start },
  { to: paths.staffQueue(), also: paths.staffSubmission('') },
  { to: paths.staffEnter() },
  { to: paths.staffTips() },
  { to: paths.staffRegister() },
]
const markedAt = (path: string) =>
  ways.flatMap((way) => {
    const current = currentWay(path, way, { ways, start })
    return current ? [[way.to, current]] : []
  })

test.each([
  [start, start, 'page'],
  [paths.staffTips(), paths.staffTips(), 'page'],
  [paths.staffTipsKeys(), paths.staffTips(), 'true'],
  [paths.staffTip('AAAA-BBBB'), paths.staffTips(), 'true'],
  [paths.staffDisposal(), paths.staffRegister(), 'true'],
  [paths.staffDisclose('AAAA-BBBB'), paths.staffQueue(), 'true'],
  [paths.staffEnter(), paths.staffEnter(), 'page'],
  [paths.staffHandOver(), paths.staffEnter(), 'true'],
])('at %s the head of the back office marks %s alone', (path, to, current) => {
  expect(markedAt(path)).toEqual([[to, current]])
})

test('nothing is marked on a page that belongs to none of them', () => {
  expect(markedAt('/staff/confirm')).toEqual([])
  expect(markedAt('/staff/registers')).toEqual([])
})
