import { once } from 'node:events'
import { createServer } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cspReports, shapeOf } from '#app/http/csp-reports.server.ts'
import { contentSecurityPolicy } from '#app/http/headers.ts'
import { headersHere } from '#app/http/headers-here.server.ts'
import { log } from '#app/http/log.server.ts'

vi.hoisted(() => {
  process.env.BASE_URL = 'https://nordost.example'
  process.env.CSP_REPORT = 'on'
})

const server = createServer((asked, answer) => {
  if (!cspReports(asked, answer)) answer.writeHead(404).end()
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

async function tell(body: unknown): Promise<number> {
  const { port } = server.address() as { port: number }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return (await fetch(`http://127.0.0.1:${port}/csp-report`, { method: 'POST', body: text })).status
}

const inBody = (page: string, directive: string, more = {}) => ({
  'csp-report': { 'document-uri': page, 'effective-directive': directive, ...more },
})

test('of what a browser tells only the directive and the shape of our own address are logged, as counts', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const lines = vi.spyOn(log, 'warn').mockReturnValue()
  const secret = 'https://nordost.example/sv/bookings/zq7-token?code=zq7#zq7'
  expect(
    await tell(inBody(secret, 'script-src-elem', { 'blocked-uri': 'https://zq7.example', 'script-sample': 'zq7' })),
  ).toBe(204)
  expect(await tell(inBody(secret, "script-src-elem 'self' zq7"))).toBe(204)
  const other = { type: 'csp-violation', body: { effectiveDirective: 'zq7', documentURL: 'https://zq7.example/zq7' } }
  expect(await tell([other])).toBe(204)

  vi.advanceTimersByTime(60_000)
  vi.useRealTimers()
  expect(lines.mock.calls.map(([what]) => what)).toEqual([
    { directive: 'script-src-elem', page: '/sv/bookings/*', count: 2 },
    { directive: 'other', page: '/*', count: 1 },
  ])
  expect(JSON.stringify(lines.mock.calls)).not.toContain('zq7')
  lines.mockRestore()
})

test.each(['', 'zq7', '{}', '[]x', '['.repeat(9_000), '{"csp-report":{"document-uri":1}}'])(
  'what is no report is refused',
  async (body) => {
    expect(await tell(body)).toBe(400)
  },
)

test('a report that is longer than any browser writes is refused', async () => {
  expect(await tell(inBody('https://nordost.example/sv', 'a'.repeat(20_000)))).toBe(413)
})

test('of an address every part that is no word of ours is left out', () => {
  expect(shapeOf('https://nordost.example/staff/submissions/7KQ4-2M9P')).toBe('/staff/submissions/*')
  expect(shapeOf('https://nordost.example/so/bell/secret/x')).toBe('/so/bell/*/*')
  expect(shapeOf('http://[')).toBe('*')
})

test('pages name the address where it is on, and never else', () => {
  expect(contentSecurityPolicy({ reportTo: '/csp-report' })).toMatch(/; report-uri \/csp-report; report-to csp$/)
  expect(contentSecurityPolicy()).not.toContain('report')
  expect(headersHere().get('Reporting-Endpoints')).toBe('csp="https://nordost.example/csp-report"')
})

test('behind https every answer says that nothing else is ever to be used', () => {
  expect(headersHere().get('Strict-Transport-Security')).toBe('max-age=63072000')
})
