import { request as httpRequest } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addressWith, allAddresses } from '../support/addresses.ts'
import { anyText } from '../support/any-text.ts'
import { formsOfPage, type PageForm } from '../support/forms-of-page.ts'
import { hostileStrings } from '../support/hostile-strings.ts'
import { startOwnPortal, type OwnPortal } from '../support/own-portal.ts'

// Whatever is sent to whichever address: no failure, nothing of it in a page unescaped, and nothing of it in the log.

let portal: OwnPortal
const cookies: Record<'staff' | 'admin' | 'resident' | 'nobody', string> = {
  staff: '',
  admin: '',
  resident: '',
  nobody: '',
}
type Who = keyof typeof cookies
const known: Record<string, string> = {
  lang: 'sv',
  kind: 'concern',
  category: 'lighting',
  key: 'kind',
  slug: 'hammarkullen',
}
/** What was sent, for the log to be looked through. */
const sent = new Set<string>()

beforeAll(async () => {
  portal = await startOwnPortal({ environment: { TRUST_PROXY: '1', CSP_REPORT: 'on' } })
  const form = formsOfPage((await ask('/sv/submit/concern')).body, '/sv/submit/concern').find(isPost)
  const said = {
    category: 'lighting',
    body: 'Lampan är trasig.',
    areaCode: '606',
    language: 'sv',
    contactEmail: 'a@b.example',
  }
  const answer = await post('/sv/submit/concern', { ...said, formToken: form!.fields.formToken! })
  const receipt = await ask('/sv/submit/received', { cookie: answer.cookie })
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(receipt.body)![0]
  cookies.resident = (await post('/sv/follow', { code })).cookie
  known.ref = /NORDOST (\S+) /.exec(receipt.body)![1]!
  cookies.staff = (await post('/staff/sign-in', portal.account('coordinator'))).cookie
  cookies.admin = (await post('/staff/sign-in', portal.account('admin'))).cookie
  const [question] = await portal.sql`select key from category_questions where category = 'lighting' limit 1`
  known.key = String(question?.key)
  known.token = await bookSeat()
  known.bell = await vi.waitUntil(bellInMail, { timeout: 20_000, interval: 100 })
  if (!cookies.resident || !cookies.staff || !cookies.admin) throw new Error('not everybody could come in')
}, 120_000)
afterAll(() => portal.stop(), 30_000)

/** Signs up for the first dialogue that has room; gives the token of the booking. */
async function bookSeat(): Promise<string> {
  const listed = (await ask('/sv/dialogues')).body.matchAll(/href="\/sv\/dialogues\/([\w-]+)"/g)
  for (const [, slug = ''] of listed) {
    const path = `/sv/dialogues/${slug}/sign-up`
    const form = formsOfPage((await ask(path)).body, path).find(isPost)
    if (!form?.fields.formToken) continue
    known.slug = slug
    const booked = { name: 'Amina', partySize: '1', language: 'sv', formToken: form.fields.formToken }
    const to = (await post(path, { ...form.fields, ...booked })).headers.get('location')
    if (to?.includes('/bookings/')) return to.split('/').at(-1)!
  }
  throw new Error('no dialogue takes a booking')
}

async function bellInMail(): Promise<string | undefined> {
  const mails = await portal.sql`select body from outbox where body like '%/bell/%'`
  return mails.map(({ body }) => /\/bell\/([\w-]+)/.exec(body as string)?.[1]).find(Boolean)
}

type Answer = { status: number; headers: Headers; body: string; cookie: string }
type Asked = { method?: string; body?: RequestInit['body']; headers?: Record<string, string>; cookie?: string }

let visitors = 0

/** Asks as a visitor from somewhere else each time, so that no limit is met. */
async function ask(path: string, { method = 'GET', body, headers = {}, cookie = '' }: Asked = {}): Promise<Answer> {
  const from = `2001:db8::${(visitors++ % 60_000).toString(16)}`
  const answer = await fetch(`${portal.url}${path}`, {
    ...{ method, body: body ?? null, redirect: 'manual' },
    headers: { 'X-Forwarded-For': from, ...(cookie ? { cookie } : {}), ...headers },
  })
  const set = answer.headers.getSetCookie().map((one) => one.split(';')[0])
  return { status: answer.status, headers: answer.headers, body: await answer.text(), cookie: set.join('; ') }
}

const post = (path: string, fields: Record<string, string>, cookie = '') =>
  ask(path, { method: 'POST', body: new URLSearchParams(fields), cookie })

const isPost = ({ method }: PageForm) => method === 'post'

/** What makes an element out of one of ours, or an attribute, whatever was cut off or taken out of it. */
const element = /<(zq7|\/?script>zq7|svg\/onload|img src=x|iframe|a href="javascript)/i
const attribute = /\son\w+=["']zq7/i

function mustHold(answer: Answer, texts: readonly string[], what: string) {
  const about = `${what} answered ${answer.status}`
  for (const text of texts) if (text.trim().length >= 8) sent.add(text.trim())
  expect(answer.status, about).toBeLessThan(500)
  expect([...answer.headers.keys()], about).not.toContain('x-zq7')
  expect(answer.headers.get('set-cookie') ?? '', about).not.toContain('zq7')
  const location = answer.headers.get('location')
  if (location && location !== 'https://www.smhi.se/') {
    expect(new URL(location, portal.url).origin, about).toBe(portal.url)
  }
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return
  expect(element.exec(answer.body)?.[0], about).toBeUndefined()
  const marked = answer.body.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
  expect(attribute.exec(marked)?.[0], about).toBeUndefined()
  const raw = texts.filter((text) => text.trim().length > 3 && /[<>"]/.test(text) && marked.includes(text))
  expect(raw, about).toEqual([])
}

type Target = PageForm & { who: Who }
const pages: [path: string, who: Who][] = [
  ...(['/sv/submit/concern', '/sv/submit/idea', '/sv/follow', '/sv/verify', '/staff/sign-in'] as const).map(
    (path): [string, Who] => [path, 'nobody'],
  ),
  ['/sv/follow', 'resident'],
  ['/sv/submissions', 'nobody'],
  ['/staff/queue', 'staff'],
  ['/staff/submissions/new', 'staff'],
]

/** What the addresses take that no page of those has a form for. */
const more: Record<string, Record<string, string>> = {
  '/$lang/submit/similar': {
    category: 'lighting',
    body: 'Lampan',
    lat: '57.8',
    lon: '12.0',
    place: '',
    areaCode: '606',
  },
  '/$lang/submit/where': { lat: '57.8', lon: '12.0' },
  '/$lang/submit/photos': { formToken: '', removePhoto: '', listPhotos: '' },
}

/** Every form of the portal's pages, and every address that takes posts without one. */
async function targets(): Promise<Target[]> {
  const asked: [string, Who][] = [
    ...pages,
    [`/sv/dialogues/${known.slug}/sign-up`, 'nobody'],
    [`/sv/bookings/${known.token}`, 'nobody'],
    [`/sv/bookings/${known.token}?step=cancel`, 'nobody'],
    [`/sv/bell/${known.bell}`, 'nobody'],
    [`/staff/submissions/${known.ref}`, 'staff'],
    ...['', '/new?kind=choice', `/${known.key}`]
      .map((end) => `/staff/admin/questions/lighting${end}`)
      .map((path): [string, Who] => [path, 'staff']),
  ]
  const found: Target[] = []
  for (const [path, who] of asked) {
    const page = await ask(path, { cookie: cookies[who] })
    if (page.status !== 200) throw new Error(`${path} answered ${page.status}`)
    // Who signs out in the middle can be asked nothing more.
    found.push(
      ...formsOfPage(page.body, path).map((form): Target => ({
        ...form,
        who: form.action === '/staff/sign-out' ? 'nobody' : who,
      })),
    )
  }
  const taken = new Map(found.map((target) => [`${target.who} ${target.method} ${target.action}`, target]))
  const covered = new Set([...taken.values()].filter(isPost).map(({ action }) => action.split('?')[0]))
  for (const { pattern } of allAddresses().filter(({ takesPosts }) => takesPosts)) {
    const action = addressWith(pattern, known)
    if (covered.has(action)) continue
    const who = pattern.startsWith('/staff') && pattern !== '/staff/sign-out' ? 'staff' : 'nobody'
    taken.set(action, { action, method: 'post', fields: more[pattern] ?? { body: '', go: '' }, who })
  }
  return [...taken.values()]
}

const send = ({ action, method, who }: Target, fields: [string, string][]): Promise<Answer> => {
  const query = new URLSearchParams(fields.map(([name, text]) => [name, text.toWellFormed()]))
  const [path, before] = action.split('?')
  if (method === 'get') return ask(`${path}?${query}`.slice(0, 12_000), { cookie: cookies[who] })
  return ask(before ? `${path}?${before}` : path!, { method: 'POST', body: query, cookie: cookies[who] })
}

test('every hostile string in every field of every form is taken or refused, and never shown as it is', async () => {
  for (const target of await targets()) {
    const names = Object.keys(target.fields)
    const rest = [...hostileStrings]
    while (rest.length > 0) {
      const texts = rest.splice(0, Math.max(names.length, 6))
      const fields = texts.map((text, index): [string, string] => [names[index] ?? `zq7.${index}`, text])
      mustHold(await send(target, fields), texts, `${target.method} ${target.action} ${JSON.stringify(fields)}`)
    }
  }
}, 400_000)

const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileStrings) },
  { weight: 1, arbitrary: anyText },
)
const changes = fc.array(fc.tuple(fc.nat(40), hostileText), { minLength: 1, maxLength: 4 })

test('a form that is right but for a few fields, with some twice and some of nobody, is taken or refused', async () => {
  const all = await targets()
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      changes,
      fc.array(hostileText, { maxLength: 2 }),
      async (target, wrong, extra) => {
        const names = [...Object.keys(target.fields), 'zq7']
        const changed = wrong.map(([at, value]): [string, string] => [names[at % names.length]!, value])
        const kept = Object.entries(target.fields).filter(([name]) => !changed.some(([other]) => other === name))
        const fields = [
          ...kept,
          ...changed,
          ...extra.map((value, index): [string, string] => [value.slice(0, 50), extra[index]!]),
        ]
        mustHold(
          await send(target, fields),
          [...wrong.map(([, value]) => value), ...extra],
          `${target.method} ${target.action}`,
        )
      },
    ),
    { numRuns: 600, endOnFailure: true },
  )
}, 400_000)

test.each(['constructor', '__proto__', 'hasOwnProperty', 'toString'])(
  'a category that is a name of the language itself is one that there is not: %s',
  async (category) => {
    const form = (await targets()).find(({ action }) => action === '/sv/submit/concern')!
    const answers = [
      await post(form.action, { ...form.fields, category }),
      await post('/staff/submissions/new', { ...form.fields, category, channel: 'phone' }, cookies.staff),
    ]
    expect(answers.map(({ status }) => status)).toEqual([422, 422])
    expect((await ask('/healthz')).status).toBe(200)
  },
)

/** Bodies that are no form, or one that is not well formed, by what they say they are. */
const bodies: [type: string, (text: string) => string][] = [
  ['application/json', (text) => JSON.stringify({ body: text, code: [text], __proto__: { zq7: text } })],
  ['application/json', () => '['.repeat(50_000)],
  ['text/plain', (text) => `body=${text}`],
  [
    'text/xml',
    (text) => `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;${text}</a>`,
  ],
  ['multipart/form-data', (text) => `--x\r\n${text}`],
  ['multipart/form-data; boundary=x', (text) => `--x\r\nContent-Disposition: form-data; name="body"\r\n\r\n${text}`],
  [
    'multipart/form-data; boundary=x',
    (text) => `--x\r\nContent-Disposition: form-data; name="${text}"\r\n\r\nzq7\r\n--x--\r\n`,
  ],
  [
    'multipart/form-data; boundary=x',
    (text) =>
      `--x\r\nContent-Disposition: form-data; name="photos"; filename="${text}"\r\nContent-Type: ${text}\r\n\r\n${text}\r\n--x--\r\n`,
  ],
  [
    'multipart/form-data; boundary=x',
    () => '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb\r\n'.repeat(2_000) + '--x--\r\n',
  ],
  ['multipart/form-data; boundary=', (text) => text],
  ['multipart/form-data; boundary=x', () => ''],
  ['application/x-www-form-urlencoded', () => 'body=%zz%ff%c0%80&%=%&=&&&;a;b=&code=%ED%A0%80'],
  ['application/x-www-form-urlencoded', () => 'a=b&'.repeat(100_000)],
  ['application/x-www-form-urlencoded; charset=utf-7', (text) => `body=${encodeURIComponent(text.toWellFormed())}`],
  [
    'application/csp-report',
    (text) => JSON.stringify({ 'csp-report': { 'document-uri': text, 'effective-directive': text } }),
  ],
  ['', (text) => text],
]

test('a body that is no form, or a broken one, is refused clearly at every address that takes posts', async () => {
  const all = [...(await targets()).filter(isPost), { action: '/csp-report', who: 'nobody' as const }]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...all),
      fc.constantFrom(...bodies),
      hostileText,
      async ({ action, who }, [type, make], said) => {
        const body = Buffer.from(make(said))
        const headers = { 'Content-Type': type }
        const answer = await ask(action, { method: 'POST', body, headers, cookie: cookies[who] })
        mustHold(answer, [said], `${action} ${type} ${body.toString().slice(0, 200)}`)
      },
    ),
    { numRuns: 600, endOnFailure: true },
  )
}, 400_000)

const queries = [
  'q',
  'area',
  'category',
  'kind',
  'cell',
  'around',
  'after',
  'page',
  'to',
  'lang',
  'level',
  'in',
  'done',
]
queries.push('step', 'sent', 'verb', 'status', 'assignee', 'held', '_data', '_routes', 'index', 'saved', 'p')

test('every address takes whatever stands in it and behind it', async () => {
  const addresses = allAddresses().map(({ pattern }) => pattern)
  const who = fc.constantFrom<Who>('nobody', 'resident', 'staff', 'admin')
  const ending = fc.constantFrom('', '.data', '/', '.json', '.ics')
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...addresses),
      hostileText,
      who,
      ending,
      fc.subarray(queries),
      async (pattern, said, asks, end, names) => {
        const one = said.toWellFormed().slice(0, 900)
        const varied = Object.keys(known).filter((name) => name === 'lang' || said.length % 2 === 0)
        const values = Object.fromEntries(varied.map((name) => [name, known[name]!]))
        const path = pattern.replace(/\$(\w*)/g, (_, name: string) => encodeURIComponent(values[name] ?? one)) + end
        const query = new URLSearchParams(names.slice(0, 8).map((name) => [name, one]))
        const answer = await ask(`${path}?${query}`, { cookie: cookies[asks] })
        mustHold(answer, [said], `${path}?${query}`)
      },
    ),
    { numRuns: 1_500, endOnFailure: true },
  )
}, 400_000)

/** Asks with a target and headers that `fetch` would mend; gives the status, 0 where the connection was cut. */
const askRaw = (path: string, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve) => {
    const asked = httpRequest({ host: '127.0.0.1', port: portal.port, path, method, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode!))
    })
    asked.once('error', () => resolve(0)).end()
  })

/** A text as it can stand in one line of a head. */
const inHead = (said: string) => said.replace(/[^\t\x20-\x7e\xa0-\xff]/g, '').slice(0, 2_000)
const headerNames = [
  'Host',
  'Range',
  'Accept-Encoding',
  'Accept-Language',
  'If-None-Match',
  'If-Modified-Since',
  'Referer',
]
headerNames.push(
  'X-Forwarded-For',
  'X-Forwarded-Host',
  'X-Forwarded-Proto',
  'Forwarded',
  'Authorization',
  'User-Agent',
  'Purpose',
)
const cookieNames = ['language', 'follow', 'receipt', 'hand-over', 'staff-language', 'staff.session_token', '__proto__']

test('every line of a head and every cookie may say anything', async () => {
  const addresses = [
    '/',
    '/sv',
    '/sv/follow',
    '/sv/submit/received',
    '/staff',
    '/icon.svg',
    '/dialogues/zq7.ics',
    '/nowhere',
  ]
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...addresses),
      fc.subarray(headerNames, { minLength: 1, maxLength: 3 }),
      fc.subarray(cookieNames),
      hostileText.map(inHead),
      async (path, names, kept, said) => {
        const cookie = kept.map((name) => `${name}=${said}`).join('; ')
        const headers = { ...Object.fromEntries(names.map((name) => [name, said])), ...(cookie ? { cookie } : {}) }
        if (said.trim().length >= 8) sent.add(said.trim())
        const status = await askRaw(path, headers)
        expect(status, `${path} ${JSON.stringify(headers)}`).toBeGreaterThan(0)
        expect(status, `${path} ${JSON.stringify(headers)}`).toBeLessThan(500)
      },
    ),
    { numRuns: 800, endOnFailure: true },
  )
}, 400_000)

const targetsOfNobody = [
  '//',
  '///zq7.example',
  '//zq7.example/%2f..',
  '/\\zq7.example',
  '/%',
  '/%zz',
  '/sv/%c0%ae',
  '/%E0%A4%A/sv',
]
targetsOfNobody.push(
  '*',
  'http://',
  'http://zq7.example/sv',
  'http://a:b:c/',
  'zq7',
  '/sv?%',
  '/sv#zq7',
  '/../../etc/passwd',
  '/.data',
)
targetsOfNobody.push(
  '/sv/submissions/%00',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/../../server/index.js',
  '/assets/%2e%2e%2fserver',
  '/?',
)

test.each(targetsOfNobody)('the target %s is answered, whatever the method', async (target) => {
  for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND']) {
    const status = await askRaw(target, { 'Content-Length': '0' }, method)
    expect(status, `${method} ${target}`).toBeGreaterThanOrEqual(200)
    expect(status, `${method} ${target}`).toBeLessThan(500)
    if (!['GET', 'HEAD', 'POST'].includes(method)) expect([400, 405], method).toContain(status)
  }
})

test.each(['bytes=5-3', 'bytes=-', 'bytes=a-b', 'bytes=0-0,5-9', 'bytes=99999999-', 'bytes=--5', 'zq7'])(
  'a file of ours is given whatever range of it is asked for: %s',
  async (range) => {
    expect(await askRaw('/icon.svg', { Range: range })).toBe(200)
  },
)

test('nothing of all that stands in the log, which tells of no failure', () => {
  const log = portal.log()
  expect(log.split('\n').filter((line) => /"level":[56]0/.test(line))).toEqual([])
  expect(log).not.toContain('zq7')
  expect([...sent].filter((said) => log.includes(said))).toEqual([])
  expect(sent.size).toBeGreaterThan(50)
})
