import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusePost } from '#app/http/refuse-post.ts'

const server = createServer((asked, answer) => {
  if (!refusePost(asked, answer)) answer.writeHead(204).end()
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

async function statusOf(method: string, headers: Record<string, string>, path = '/'): Promise<number> {
  const { port } = server.address() as { port: number }
  const sent = request({ port, path, host: '127.0.0.1', method, headers: { host: 'nordost.example', ...headers } })
  sent.on('error', () => undefined)
  if (headers['content-length']) sent.flushHeaders()
  else sent.end()
  const [answer] = (await once(sent, 'response')) as [{ statusCode: number; resume: () => void }]
  answer.resume()
  sent.destroy()
  return answer.statusCode
}

test('a post from one of our own pages passes', async () => {
  expect(await statusOf('POST', { origin: 'http://nordost.example', 'sec-fetch-site': 'same-origin' })).toBe(204)
})

test.each([
  [{ origin: 'https://evil.example' }],
  [{ origin: 'null' }],
  [{ 'sec-fetch-site': 'cross-site' }],
  [{ 'sec-fetch-site': 'same-site', origin: 'http://other.nordost.example' }],
])('a post from another site is refused: %o', async (headers) => {
  expect(await statusOf('POST', headers as Record<string, string>)).toBe(403)
  expect(await statusOf('GET', headers as Record<string, string>)).toBe(204)
})

test('a body larger than any form of ours is refused', async () => {
  expect(await statusOf('POST', { 'content-length': '5000000' })).toBe(413)
})

test.each([
  ...['/sv/submit/concern', '/so/submit/idea', '/en/submit/tip', '/ar/submit/photos'],
  ...['/sv/follow', '/staff/submissions/new'],
])('a form with photos may be larger, at %s and nowhere else', async (path) => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '76000000' }
  expect(await statusOf('POST', multipart, path)).toBe(204)
  expect(await statusOf('POST', { ...multipart, 'content-length': '300000000' }, path)).toBe(413)
  expect(await statusOf('POST', { ...multipart, 'content-type': 'application/x-www-form-urlencoded' }, path)).toBe(413)
  for (const other of [`${path}/x`, '/staff/sign-in', '/sv/submit/received', '/sv/dialogues/x/sign-up'])
    expect(await statusOf('POST', multipart, other), other).toBe(413)
})
