import { expect, test } from 'vitest'
import * as leave from '#app/routes/leave.$lang.ts'
import { get } from '../support/call-route.ts'

test('leaving quickly forgets what was open and kept, and goes to a harmless page that is not told from where', async () => {
  const { status, headers } = await get(leave, '/leave/sv')
  expect(status).toBe(303)
  expect(headers.get('Location')).toBe('https://www.smhi.se/')
  expect(headers.get('Cache-Control')).toBe('no-store')
  expect(headers.get('Clear-Site-Data')).toBe('"cache", "storage"')
  expect(headers.get('Referrer-Policy')).toBe('no-referrer')
  const cookies = headers.getSetCookie()
  expect(new Set(cookies.map((cookie) => cookie.split('=')[0]))).toEqual(new Set(['follow', 'receipt']))
  for (const cookie of cookies) expect(cookie).toContain('Max-Age=0')
})

test('there is no way out in a language that is none', async () => {
  expect((await get(leave, '/leave/xx', { params: { lang: 'xx' } })).status).toBe(404)
})
