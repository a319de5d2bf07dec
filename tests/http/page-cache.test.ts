import { createServer } from 'node:http'
import { once } from 'node:events'
import { afterAll, expect, test } from 'vitest'
import { keepHeader, makePageCache, midnightAfter } from '#app/http/page-cache.server.ts'

const stops: (() => void)[] = []
afterAll(() => stops.forEach((stop) => stop()))

/** A server that renders `page` behind a page cache, on loopback. */
async function pagesBehindCache(page: (request: Request) => Promise<Response> | Response) {
  const clock = { now: Date.parse('2026-11-23T10:00:00Z') }
  const cache = makePageCache(() => clock.now)
  const rendered: string[] = []
  const server = createServer((request, response) => {
    if (cache.answer(request, response)) return
    const asked = new Request(`http://localhost${request.url}`)
    void cache
      .through(asked, async () => {
        rendered.push(request.url ?? '')
        return page(asked)
      })
      .then(async (answer) =>
        response.writeHead(answer.status, Object.fromEntries(answer.headers)).end(await answer.text()),
      )
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  stops.push(() => server.close())
  const { port } = server.address() as { port: number }
  return {
    cache,
    clock,
    rendered,
    get: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${port}${path}`, init),
  }
}

const kept = (params = '') =>
  new Response('<p>hej</p>', { headers: { [keepHeader]: params, 'Content-Type': 'text/html' } })

test('a public page is rendered once, not once per visit, until something public changes', async () => {
  const { cache, rendered, get } = await pagesBehindCache(() => kept())
  for (let visit = 0; visit < 3; visit++) expect(await (await get('/sv')).text()).toBe('<p>hej</p>')
  expect(rendered).toHaveLength(1)
  cache.clear()
  await get('/sv')
  expect(rendered).toHaveLength(2)
})

test('the header that lets a page be kept never reaches a visitor', async () => {
  const { get } = await pagesBehindCache(() => kept())
  for (let visit = 0; visit < 2; visit++) expect((await get('/sv')).headers.get(keepHeader)).toBeNull()
})

test('a page that does not say so is not kept', async () => {
  const { rendered, get } = await pagesBehindCache(() => new Response('mine'))
  await get('/sv/follow')
  await get('/sv/follow')
  expect(rendered).toHaveLength(2)
})

test('a declared parameter makes a page of its own, in any order; an undeclared one is never kept in a page', async () => {
  const { rendered, get } = await pagesBehindCache(() => kept('area,kind'))
  await get('/sv/submissions?area=606&kind=idea')
  await get('/sv/submissions?kind=idea&area=606')
  expect(rendered).toHaveLength(1)
  await get('/sv/submissions?area=301&kind=idea')
  expect(rendered).toHaveLength(2)
  await get('/sv/submissions?area=999&secret=1')
  await get('/sv/submissions?area=999')
  expect(rendered).toHaveLength(4)
})

test('a page that was invalidated while it was being rendered is not kept', async () => {
  const during: { clear?: () => void } = {}
  const { cache, rendered, get } = await pagesBehindCache(() => {
    during.clear?.()
    return kept()
  })
  during.clear = cache.clear
  await get('/sv')
  delete during.clear
  await get('/sv')
  expect(rendered).toHaveLength(2)
})

test('a page lives for a minute at most, and a visitor who has it gets 304', async () => {
  const { clock, rendered, get } = await pagesBehindCache(() => kept())
  const etag = (await get('/sv')).headers.get('etag') ?? ''
  const again = await get('/sv', { headers: { 'If-None-Match': etag } })
  expect(again.status).toBe(304)
  clock.now += 61_000
  await get('/sv')
  expect(rendered).toHaveLength(2)
})

test('midnight is that of Stockholm, summer and winter', () => {
  expect(midnightAfter(Date.parse('2026-11-23T22:59:30Z')) - Date.parse('2026-11-23T23:00:00Z')).toBe(0)
  expect(midnightAfter(Date.parse('2026-07-01T21:00:00Z')) - Date.parse('2026-07-01T22:00:00Z')).toBe(0)
})
