import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressWith, allAddresses } from '../support/addresses.ts'
import { startOwnPortal, type OwnPortal } from '../support/own-portal.ts'

// What every answer carries, and what no request is let in with, at the doors of a portal as it is built.

let portal: OwnPortal
let staff = ''
beforeAll(async () => {
  portal = await startOwnPortal({ environment: { TRUST_PROXY: '1' } })
  const signedIn = await ask('/staff/sign-in', {
    method: 'POST',
    body: new URLSearchParams(portal.account('coordinator')).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })
  staff = (signedIn.headers['set-cookie'] ?? []).map((one) => one.split(';')[0]).join('; ')
}, 90_000)
afterAll(() => portal.stop(), 30_000)

type Asked = { method?: string; headers?: Record<string, string>; body?: string; agent?: Agent }
type Answer = { status: number; headers: IncomingMessage['headers']; body: string }

function ask(
  path: string,
  { method = 'GET', headers = {}, body = '', agent = new Agent() }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const length = body || method === 'POST' ? { 'content-length': String(Buffer.byteLength(body)) } : {}
    const sent = { host: `127.0.0.1:${portal.port}`, ...length, ...headers }
    const asked = httpRequest(
      { host: '127.0.0.1', port: portal.port, path, method, headers: sent, agent },
      (answer) => {
        const { statusCode: status = 0, headers: sentBack } = answer
        // A stream of changes ends with who reads it.
        if (sentBack['content-type']?.startsWith('text/event-stream')) {
          answer.destroy()
          return resolve({ status, headers: sentBack, body: '' })
        }
        void text(answer).then((said) => resolve({ status, headers: sentBack, body: said }))
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })
}

const always: [name: string, RegExp][] = [
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^DENY$/],
  ['referrer-policy', /^(same-origin|no-referrer)$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(\)/],
  ['content-security-policy', /default-src 'none'.*frame-ancestors 'none'/],
]

function mustBeGuarded({ headers, status }: Answer, what: string) {
  for (const [name, wanted] of always) expect(headers[name], `${what} (${status}): ${name}`).toMatch(wanted)
  expect(headers['x-powered-by'] ?? headers.server, what).toBeUndefined()
  expect(headers['content-security-policy'], what).not.toMatch(/unsafe|\*|report/)
}

const values = { lang: 'sv', kind: 'concern', category: 'lighting', ref: 'XXXX-XXXX', slug: 'hammarkullen' }
const addresses = allAddresses().map((address) => ({ ...address, path: addressWith(address.pattern, values) }))

describe.each(addresses)('$pattern', ({ path, takesPosts }) => {
  test('every answer carries the headers that guard it, to whoever asks', async () => {
    // Who signs out can be asked nothing more.
    for (const cookie of path === '/staff/sign-out' ? [''] : ['', staff]) {
      mustBeGuarded(await ask(path, { headers: { cookie } }), path)
      mustBeGuarded(await ask(path, { headers: { cookie } }), `${path}, kept`)
      mustBeGuarded(await ask(path, { method: 'POST', headers: { cookie } }), `${path}, posted`)
      mustBeGuarded(await ask(`${path}.data`, { headers: { cookie } }), `${path}, as data`)
    }
  })

  test.runIf(takesPosts)('it takes no post that another site makes a browser send', async () => {
    const cookie = path === '/staff/sign-out' ? '' : staff
    const own = { 'content-type': 'application/x-www-form-urlencoded', cookie }
    const foreign: Record<string, string>[] = [
      { origin: 'https://zq7.example' },
      { origin: 'null' },
      { origin: `http://127.0.0.1:${portal.port}.zq7.example` },
      { origin: 'zq7' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none', origin: 'https://zq7.example' },
      { origin: 'https://zq7.example', 'x-forwarded-host': 'zq7.example' },
    ]
    for (const headers of foreign) {
      const answer = await ask(path, { method: 'POST', headers: { ...own, ...headers }, body: 'a=b' })
      expect(answer.status, JSON.stringify(headers)).toBe(403)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    for (const origin of [`http://127.0.0.1:${portal.port}`, `http://localhost:${portal.port}`]) {
      // As nobody: who is signed in may lack the right, which is refused alike.
      const headers = { ...own, cookie: '', origin, 'sec-fetch-site': 'same-origin' }
      const answer = await ask(path, { method: 'POST', headers })
      expect(answer.status).not.toBe(403)
      expect(answer.status).toBeLessThan(500)
    }
  })
})

test('what is no page carries them too: files, what is refused, and what is no request', async () => {
  const html = (await ask('/sv')).body
  const style = /href="(\/assets\/[^"]+\.css)"/.exec(html)![1]!
  const etag = (await ask('/sv')).headers.etag!
  const asked: [string, Asked, number][] = [
    [style, {}, 200],
    ['/icon.svg', {}, 200],
    ['/healthz', {}, 200],
    ['/readyz', {}, 200],
    ['/sv', { headers: { 'if-none-match': etag } }, 304],
    ['/nowhere/at/all', {}, 404],
    ['/sv', { method: 'PUT' }, 405],
    ['/csp-report', { method: 'POST', body: '{}' }, 404],
    ['/csp-report', {}, 404],
    ['/sv/follow', { method: 'POST', headers: { 'content-length': '9999999' } }, 413],
    ['/sv/follow', { method: 'POST', headers: { origin: 'https://zq7.example' } }, 403],
    ['/sv/follow', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' }, 415],
    ['/sv', { headers: { 'x-long': 'a'.repeat(20_000) } }, 431],
  ]
  for (const [path, how, status] of asked) {
    const answer = await ask(path, how)
    expect(answer.status, path).toBe(status)
    mustBeGuarded(answer, path)
  }
  const said = await saidTo('NONSENSE\r\n\r\n')
  expect(said).toMatch(/^HTTP\/1\.1 400 /)
  for (const [name] of always) expect(said.toLowerCase()).toContain(`\r\n${name}: `)
})

/** What is answered to bytes that are sent as they are. */
async function saidTo(bytes: string): Promise<string> {
  const socket = connect(portal.port, '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

test('no address of ours is made of the host that a request names', async () => {
  const elsewhere = { host: 'zq7.example', 'x-forwarded-host': 'zq7.example', forwarded: 'host=zq7.example' }
  for (const { path } of addresses) {
    const answer = await ask(path, { headers: { ...elsewhere, cookie: staff } })
    expect(JSON.stringify(answer.headers), path).not.toContain('zq7.example')
    expect(answer.body, path).not.toContain('zq7.example')
  }
  const posted = {
    ...elsewhere,
    origin: `http://localhost:${portal.port}`,
    'content-type': 'application/x-www-form-urlencoded',
  }
  const answer = await ask('/sv/verify', { method: 'POST', headers: posted, body: 'proof=a' })
  expect(answer.status).toBe(200)
})

const elsewhere = [
  '//zq7.example',
  '/\\zq7.example',
  '/%2fzq7.example',
  'https://zq7.example',
  '/\t/zq7.example',
  '/sv\r\nX-Zq7: 1',
]
elsewhere.push(
  '\\\\zq7.example',
  'javascript:zq7()',
  '/.//zq7.example',
  '//zq7.example/%2f..',
  '/%0d%0aX-Zq7:1',
  '/sv@zq7.example',
  '',
)

test.each(elsewhere)('a choice of language leads to none but our own pages: %j', async (to) => {
  const form = new URLSearchParams({ to, language: 'sv' }).toString()
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answers = [
    await ask(`/language/sv?${form}`),
    await ask('/staff/language', { method: 'POST', body: form, headers }),
    await ask(`/staff/sign-in?${form}&returnTo=${encodeURIComponent(to)}`, { headers: { cookie: staff } }),
  ]
  for (const { status, headers } of answers) {
    expect([302, 303]).toContain(status)
    expect(new URL(headers.location!, portal.url).origin).toBe(portal.url)
    expect(Object.keys(headers)).not.toContain('x-zq7')
  }
})

const climbing = [
  '/../package.json',
  '/assets/../../../package.json',
  '/%2e%2e/package.json',
  '/..%2fpackage.json',
  '/assets/..%5c..%5cpackage.json',
]
climbing.push(
  '/map-data/..%2f..%2fpackage.json',
  '/map-data/%2e%2e/%2e%2e/package.json',
  '/sv/follow/photos/..%2f..%2f..%2fetc%2fpasswd',
)
climbing.push(
  '/staff/submissions/XXXX-XXXX/photos/..%2f..%2fetc%2fpasswd',
  '/dialogues/..%2f..%2fetc%2fpasswd.ics',
  '/.npmrc',
  '/.env',
  '/server/index.js',
)

test.each(climbing)('no file is reached by climbing: %s', async (path) => {
  const answer = await ask(path, { headers: { cookie: staff } })
  expect(answer.status).toBe(404)
  expect(answer.body).not.toMatch(/nordost-portal|root:|createRequestHandler|legacy-peer-deps/)
})

const [slow, idle] = [300, 300]

test('who sends a head drop by drop, or nothing, is cut, and nobody else waits meanwhile', async () => {
  const began = performance.now()
  const sockets: Socket[] = []
  const drops: NodeJS.Timeout[] = []
  for (let count = 0; count < slow + idle; count++) {
    const socket = connect(portal.port, '127.0.0.1')
      .on('error', () => undefined)
      .resume()
    sockets.push(socket)
    if (count >= slow) continue
    socket.write('GET /sv HTTP/1.1\r\nHost: x\r\n')
    drops.push(setInterval(() => socket.write('X-a: b\r\n'), 500))
  }
  // Who writes just as it is cut is told so by a reset, which is a cut like any other.
  const allCut = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.once('close', resolve))))
  const waits: number[] = []
  for (let count = 0; count < 20; count++) {
    const asked = performance.now()
    expect((await ask('/sv')).status).toBe(200)
    waits.push(performance.now() - asked)
  }
  expect(Math.max(...waits)).toBeLessThan(1_000)
  await allCut
  for (const drop of drops) clearInterval(drop)
  expect(performance.now() - began).toBeLessThan(20_000)
}, 40_000)

test('a connection whose body nobody wanted to read takes the next request at once', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const headers = { 'content-type': 'application/json' }
  const large = '['.repeat(900_000)
  for (const path of ['/sv/follow', '/sv/submit/tip', '/sv/submit/concern']) {
    const { status } = await ask(path, { method: 'POST', headers, body: large, agent })
    expect(status).toBe(415)
    const asked = performance.now()
    expect((await ask('/healthz', { agent })).status).toBe(200)
    expect(performance.now() - asked).toBeLessThan(5_000)
  }
  agent.destroy()
})

test('after all that the log tells of no failure', () => {
  expect(
    portal
      .log()
      .split('\n')
      .filter((line) => /"level":[56]0/.test(line)),
  ).toEqual([])
})
