import { expect, test } from 'vitest'
import { dayAgo, momentAgo } from '#app/cli/example/days.ts'
import { timelineOf } from '#app/cli/example/timeline.ts'
import { submissions } from '#db/seeds/example/submissions.ts'

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

test('at whatever hour the example is made, each event of a case comes after the one before, and none after now', () => {
  const nights = Array.from({ length: 9 }, (_, night) => `2026-11-${18 + night}`)
  const hours = nights.flatMap((night) => [`${night}T12:00:00Z`, `${night}T22:30:00Z`, `${night}T23:01:00Z`])
  for (const now of hours.map((hour) => new Date(hour))) {
    for (const [index, example] of submissions.entries()) {
      const { createdAt, reached } = timelineOf(example, index, now)
      // Closing comes in the night when its days were over; see backdate.server.ts.
      const times = [createdAt, ...reached.filter(({ status }) => status !== 'closed').map(({ at }) => at)]
      const named = `${example.key} made at ${now.toISOString()}`
      for (const [step, time] of times.entries()) {
        expect(time.getTime(), named).toBeLessThanOrEqual(now.getTime())
        if (step > 0) expect(time.getTime(), named).toBeGreaterThan(times[step - 1]!.getTime())
      }
    }
  }
})
