import { request as httpRequest } from 'node:http'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allAddresses } from '../support/addresses.ts'
import { anyText } from '../support/any-text.ts'
import { bringEverybodyIn, type Answer, type Everybody } from '../support/everybody.ts'
import { fuzzing } from '../support/fuzzing.ts'
import { hostile, hostileStrings } from '../support/hostile-strings.ts'
import { allTargets, letIn, placed, type Target } from '../support/targets.ts'

// Whatever is sent to whichever address: no failure, nothing of it in a page unescaped, and nothing of it in the log.
// The same is sent every time; CONTRIBUTING.md says how to send something else, or more.

let everybody: Everybody
let targets: readonly Target[]
/** What was sent, for the log to be looked through. */
const sent = new Set<string>()

beforeAll(async () => {
  everybody = await bringEverybodyIn()
  targets = await allTargets(everybody)
}, 120_000)
afterAll(() => everybody.portal.stop(), 30_000)

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
    expect(new URL(location, everybody.portal.url).origin, about).toBe(everybody.portal.url)
  }
  if (!answer.headers.get('content-type')?.startsWith('text/html')) return
  expect(element.exec(answer.body)?.[0], about).toBeUndefined()
  const marked = answer.body.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '')
  expect(attribute.exec(marked)?.[0], about).toBeUndefined()
  const raw = texts.filter((text) => text.trim().length > 3 && /[<>"]/.test(text) && marked.includes(text))
  expect(raw, about).toEqual([])
}

/** Counters against abuse are for another test: each target begins without any. */
const forgetLimits = () => everybody.portal.sql`delete from rate_limits`

const send = ({ action, method, who }: Target, fields: [string, string][]): Promise<Answer> => {
  const query = new URLSearchParams(fields.map(([name, text]) => [name, text.toWellFormed()]))
  const [path, before] = action.split('?')
  if (method === 'get') return everybody.ask(`${path}?${query}`.slice(0, 12_000), { who })
  return everybody.ask(before ? `${path}?${before}` : path!, { method: 'POST', body: query, who })
}

const kinds = Object.values<readonly string[]>(hostile)
/** Which string of a kind comes next: each has its turn, here or in the next form. */
const turns = kinds.map((_, kind) => fuzzing.seed + kind)
const next = (kind: number): string => {
  const strings = kinds[kind % kinds.length]!
  return strings[turns[kind % kinds.length]!++ % strings.length]!
}

test('every kind of hostile string in every field of every form is taken or refused, and never shown as it is', async () => {
  for (const target of targets) {
    await forgetLimits()
    const names = Object.keys(target.fields).filter((name) => name !== 'verb')
    const verb = Object.entries(target.fields).filter(([name]) => name === 'verb')
    const rounds = names.length > 0 ? kinds.length * fuzzing.times : 3
    for (let round = 0; round < rounds; round++) {
      const said = ['zq7', ...names].map((name, field): [string, string] => [name, next(round + field)])
      const fields = [...said, ...verb]
      const texts = said.map(([, text]) => text)
      mustHold(await send(target, fields), texts, `${target.method} ${target.action} ${JSON.stringify(fields)}`)
    }
  }
  expect(hostileStrings.filter((text) => text.trim().length >= 8 && !sent.has(text.trim()))).toEqual([])
}, 400_000)

const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...hostileStrings) },
  { weight: 1, arbitrary: anyText },
)
const changes = fc.array(fc.tuple(fc.nat(40), hostileText), { minLength: 1, maxLength: 2 })

test('a form that is right but for a few fields, with some twice and some of nobody, is taken or refused', async () => {
  for (const [index, target] of targets.entries()) {
    await forgetLimits()
    const extras = fc.array(hostileText, { maxLength: 2 })
    const property = fc.asyncProperty(changes, extras, async (wrong, extra) => {
      const names = [...Object.keys(target.fields), 'zq7']
      const changed = wrong.map(([at, value]): [string, string] => [names[at % names.length]!, value])
      const kept = Object.entries(target.fields).filter(([name]) => !changed.some(([other]) => other === name))
      const strange = extra.map((value): [string, string] => [value.slice(0, 50), value])
      const texts = [...wrong.map(([, value]) => value), ...extra]
      mustHold(await send(target, [...kept, ...changed, ...strange]), texts, `${target.method} ${target.action}`)
    })
    await fc.assert(property, fuzzing.tries(3, index))
    mustHold(await send(target, Object.entries(target.fields)), [], `${target.method} ${target.action}, as it is`)
  }
}, 400_000)

test.each(['constructor', '__proto__', 'hasOwnProperty', 'toString'])(
  'a category that is a name of the language itself is one that there is not: %s',
  async (category) => {
    const { ask, post } = everybody
    const form = targets.find(({ action }) => action === '/sv/submit/concern')!
    const answers = [
      await post(form.action, { ...form.fields, category }),
      await post('/staff/submissions/new', { ...form.fields, category, channel: 'phone' }, 'coordinator'),
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
  const posts = targets.filter(({ method }) => method === 'post').map(({ action, who }) => ({ action, who }))
  const all = [...posts, { action: '/csp-report', who: 'nobody' as const }]
  for (const [index, { action, who }] of all.entries()) {
    await forgetLimits()
    const property = fc.asyncProperty(fc.constantFrom(...bodies), hostileText, async ([type, make], said) => {
      const body = Buffer.from(make(said))
      const answer = await everybody.ask(action, { method: 'POST', body, headers: { 'Content-Type': type }, who })
      mustHold(answer, [said], `${action} ${type} ${body.toString().slice(0, 200)}`)
    })
    await fc.assert(property, fuzzing.tries(4, index))
  }
}, 400_000)

test('all that was asked so far came through the doors to every address that takes posts', () => {
  const { reached } = everybody
  const asked = allAddresses().filter(({ takesPosts }) => takesPosts)
  const missed = asked.filter(({ pattern }) => !reached.has(`POST ${placed(pattern, everybody)}`))
  // The first is any address that is none; who signs out is sent to the door.
  expect(missed.map(({ pattern }) => pattern)).toEqual(['/staff/$', '/staff/sign-out'])
})

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
  const ending = fc.constantFrom('', '.data', '/', '.json', '.ics')
  for (const [index, { pattern }] of allAddresses().entries()) {
    await forgetLimits()
    const usual = placed(pattern, everybody)
    const who = fc.constantFrom('nobody' as const, letIn(pattern))
    const asked = fc.tuple(hostileText, who, ending, fc.subarray(queries), fc.boolean())
    const property = fc.asyncProperty(asked, async ([said, asks, end, names, isKnown]) => {
      const one = said.toWellFormed().slice(0, 900)
      const path = isKnown
        ? usual
        : pattern.replace(/\$(\w*)/g, (_, name) => encodeURIComponent(name === 'lang' ? 'sv' : one)) + end
      const query = new URLSearchParams(names.slice(0, 8).map((name) => [name, one]))
      mustHold(await everybody.ask(`${path}?${query}`, { who: asks }), [said], `${path}?${query}`)
    })
    await fc.assert(property, fuzzing.tries(8, index))
  }
}, 400_000)

/** Asks with a target and headers that `fetch` would mend; gives the status, 0 where the connection was cut. */
const askRaw = (path: string, headers: Record<string, string>, method = 'GET'): Promise<number> =>
  new Promise((resolve) => {
    const asked = httpRequest({ host: '127.0.0.1', port: everybody.portal.port, path, method, headers }, (answer) => {
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
    fuzzing.tries(300),
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
  const log = everybody.portal.log()
  expect(log.split('\n').filter((line) => /"level":[56]0/.test(line))).toEqual([])
  expect(log).not.toContain('zq7')
  expect([...sent].filter((said) => log.includes(said))).toEqual([])
  expect(sent.size).toBeGreaterThan(50)
})
