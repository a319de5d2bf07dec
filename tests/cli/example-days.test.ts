import { expect, test } from 'vitest'
import { dayAgo, momentAgo } from '#app/cli/example/days.ts'

test.each(['2026-11-23T22:30:00Z', '2026-11-23T23:30:00Z', '2026-04-10T21:30:00Z', '2026-04-10T22:30:00Z'])(
  'at %s every day so far is another one, also where a day had 23 hours or 25',
  (at) => {
    const now = new Date(at)
    const days = Array.from({ length: 60 }, (_, ago) => dayAgo(ago, now))
    expect(new Set(days).size).toBe(60)
    expect([...days].sort().reverse()).toEqual(days)
    expect(days[0]).toBe(new Date(at).toLocaleDateString('sv-SE', { timeZone: 'Europe/Stockholm' }))
  },
)

test('a moment is told by the clocks in Stockholm, in summer and in winter', () => {
  const now = new Date('2026-11-23T22:30:00Z')
  expect(momentAgo(29, 8 * 60, now).toISOString()).toBe('2026-10-25T07:00:00.000Z')
  expect(momentAgo(30, 8 * 60, now).toISOString()).toBe('2026-10-24T06:00:00.000Z')
  expect(dayAgo(-1, now)).toBe('2026-11-24')
})
