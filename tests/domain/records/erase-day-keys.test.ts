import { inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { dayKeys, rateLimits } from '#db/schema/records.ts'
import { eraseDayKeys } from '#app/domain/records/erase-day-keys.server.ts'

test('keys of days more than 48 hours ago are thrown away, and counters that are spent', async () => {
  const days = ['2031-05-01', '2031-05-02', '2031-05-03', '2031-05-04']
  const now = new Date('2031-05-04T10:00:00Z')
  await as({ as: 'seed' }, async (tx) => {
    await tx.insert(dayKeys).values(days.map((day) => ({ day, key: 'x' })))
    await tx.insert(rateLimits).values([
      { key: 'spent', points: 1, expire: new Date('2031-05-04T09:59:00Z') },
      { key: 'running', points: 1, expire: new Date('2031-05-04T10:01:00Z') },
    ])
  })
  await as(worker, (tx) => eraseDayKeys(tx, now))
  const [left, counters] = await as({ as: 'seed' }, async (tx) => [
    await tx.select({ day: dayKeys.day }).from(dayKeys).where(inArray(dayKeys.day, days)),
    await tx
      .select({ key: rateLimits.key })
      .from(rateLimits)
      .where(inArray(rateLimits.key, ['spent', 'running'])),
  ])
  expect(left.map((row) => ('day' in row ? row.day : ''))).toEqual(['2031-05-02', '2031-05-03', '2031-05-04'])
  expect(counters).toEqual([{ key: 'running' }])
  await as({ as: 'seed' }, async (tx) => {
    await tx.delete(dayKeys).where(inArray(dayKeys.day, days))
    await tx.delete(rateLimits).where(inArray(rateLimits.key, ['running']))
  })
})
