import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { operations } from '#app/http/operations.server.ts'

let server: Server, address: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (!operations(request, response)) response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())

/** How many requests have been measured by now. */
async function measured(): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text()
  const counts = [...text.matchAll(/^http_request_duration_seconds_count\S* (\d+)$/gm)]
  return counts.reduce((sum, [, count]) => sum + Number(count), 0)
}

const ask = async (path: string, method = 'GET') => {
  await (await fetch(address + path, { method })).text()
}

test('requests are measured by method and status', async () => {
  const before = await measured()
  await ask('/sv')
  await ask('/sv/submit/concern', 'POST')
  expect(await measured()).toBe(before + 2)
})

test.each(['/sv/submit/tip', '/ar/submit/tip?step=2', '/staff/tips', '/staff/tips/7KQ4-2M9P', '/staff/tips.data'])(
  'no number tells how often somebody asks for %s',
  async (path) => {
    const before = await measured()
    await ask(path)
    await ask(path, 'POST')
    expect(await measured()).toBe(before)
  },
)
