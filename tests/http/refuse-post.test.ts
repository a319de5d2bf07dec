import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refusePost } from '#app/http/refuse-post.ts'

const server = createServer((asked, answer) => {
  if (!refusePost(asked, answer)) answer.writeHead(204).end()
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())

async function statusOf(method: string, headers: Record<string, string>): Promise<number> {
  const { port } = server.address() as { port: number }
  const sent = request({ port, host: '127.0.0.1', method, headers: { host: 'nordost.example', ...headers } }).end()
  const [answer] = (await once(sent, 'response')) as [{ statusCode: number; resume: () => void }]
  answer.resume()
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
