import { expect, test } from 'vitest'
import * as robots from '#app/routes/robots[.]txt.ts'
import * as security from '#app/routes/[.]well-known.security[.]txt.ts'

const day = 24 * 60 * 60 * 1000

test('security.txt says whom to tell, in which languages, and until when that holds: at most a year', async () => {
  const answer = security.loader()
  expect(answer.headers.get('Content-Type')).toBe('text/plain; charset=utf-8')
  const fields = (await answer.text())
    .trim()
    .split('\n')
    .map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string])
  const of = (wanted: string) => fields.filter(([name]) => name === wanted).map(([, value]) => value)
  expect(of('Contact')).toEqual(['tel:+46-31-365-00-00', 'http://localhost:3000/en/contact'])
  expect(of('Preferred-Languages')).toEqual(['sv, en'])
  expect(of('Canonical')).toEqual(['http://localhost:3000/.well-known/security.txt'])
  expect(of('Expires')).toHaveLength(1)
  const left = new Date(of('Expires')[0]!).getTime() - Date.now()
  expect(left).toBeGreaterThan(120 * day)
  expect(left).toBeLessThan(365 * day)
})

test('robots.txt keeps search engines from the back office and from what belongs to one person', async () => {
  const closed = (await robots.loader().text()).split('\n').flatMap((line) => /^Disallow: (.+)$/.exec(line)?.[1] ?? [])
  const isClosed = (path: string) => closed.some((start) => path.startsWith(start))
  for (const path of [
    '/staff',
    '/staff/queue',
    '/sv/follow',
    '/so/bookings/abc',
    '/ar/bell/abc',
    '/en/submit/received',
  ])
    expect(isClosed(path), path).toBe(true)
  for (const path of ['/sv', '/sv/submissions', '/en/commitments', '/ar/dialogues', '/so/submit/concern'])
    expect(isClosed(path), path).toBe(false)
})
