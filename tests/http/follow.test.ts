import { beforeAll, expect, test } from 'vitest'
import { followCookie } from '#app/http/sealed-cookies.server.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import * as close from '#app/routes/$lang.follow_.close.tsx'
import * as follow from '#app/routes/$lang.follow.tsx'
import { cookieFrom, get, post, type Answer } from '../support/call-route.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const path = '/sv/follow'
let visitors = 0
const newAddress = () => `198.51.100.${++visitors}`

const open = (code: string, address = newAddress()) => post(follow, path, { fields: { code }, address })
const page = (cookie?: string) => get(follow, path, { cookie })
type Page = { thread?: { status: string; facts: object; events: { kind: string; body?: string }[] }; formToken: string }
type Reply = { values: Record<string, string>; errors: Record<string, string>; wait?: string; tooLong?: string }
const pageOf = ({ data }: Answer) => data as Page
const replyOf = ({ data }: Answer) => data as Reply
const write = (cookie: string | undefined, fields: Record<string, string>) => post(follow, path, { cookie, fields })
const saidIn = async (hash: string) => (await threadUnderCode(hash))!.messages.map(({ body }) => body)

let made: Awaited<ReturnType<typeof makeSubmission>>
beforeAll(async () => {
  made = await makeSubmission({ body: '<img src=x onerror=alert(1)> 🙂' })
})

test('the code opens the thread, and neither the address nor the cookie shows it', async () => {
  const opened = await open(made.code.toLowerCase().replaceAll('-', ' '))
  expect([opened.status, opened.headers.get('Location')]).toEqual([303, path])
  const headers = JSON.stringify([...opened.headers])
  expect(headers).not.toContain(made.code)
  expect(headers).not.toContain(made.hash)

  const shown = await page(cookieFrom(opened))
  expect(shown.headers.get('Cache-Control')).toBe('no-store')
  const { thread } = pageOf(shown)
  expect(thread).toMatchObject({ status: 'received', facts: { ref: made.ref, place: 'Hammarkullen' } })
  expect(thread?.events).toMatchObject([{ kind: 'said', body: '<img src=x onerror=alert(1)> 🙂' }])
  expect(JSON.stringify(shown.data)).not.toContain(made.code)
})

test('the page closes after 30 idle minutes; each look begins them anew', async () => {
  const keptAt = async (now: number) =>
    (await followCookie.keep({ hash: made.hash, code: made.code }, now)).split(';')[0]
  const late = await page(await keptAt(Date.now() - 29 * 60_000))
  expect(pageOf(late).thread).toBeDefined()
  expect(pageOf(await page(cookieFrom(late))).thread).toBeDefined()
  const tooLate = await page(await keptAt(Date.now() - 30 * 60_000))
  expect(pageOf(tooLate).thread).toBeUndefined()
  expect(cookieFrom(tooLate)).toBeUndefined()
})

test('"close the page" forgets the thread in this browser', async () => {
  const closed = await post(close, '/sv/follow/close', { cookie: cookieFrom(await open(made.code)) })
  expect([closed.status, closed.headers.get('Location')]).toEqual([303, '/sv'])
  expect(closed.headers.get('Set-Cookie')).toMatch(/^follow=;.*Max-Age=0/)
})

test.each([
  '7KQ4-2M9P-0000-1111-ZZZZ',
  'abc',
  "' or 1=1 --",
  '<script>alert(1)</script>',
  '🙂',
  '٣٣٣٣',
  'x'.repeat(50_000),
])('a wrong code is told kindly and kept in the field', async (code) => {
  const wrong = await open(code)
  expect(wrong.status).toBe(422)
  expect(replyOf(wrong)).toMatchObject({ errors: { code: 'wrong-code' }, values: { code } })
  expect(cookieFrom(wrong)).toBeUndefined()
})

test('no code at all is told at the field', async () => {
  expect(replyOf(await open('  ')).errors).toEqual({ code: 'missing' })
})

test('of a thousand wrong tries by one visitor thirty are tried; the rest wait, the right code too, and others do not', async () => {
  const address = newAddress()
  const answers: Answer[] = []
  for (let tried = 0; tried < 1000; tried += 25) {
    const codes = Array.from(
      { length: 25 },
      (_, index) => `WRNG-${String(tried + index).padStart(4, '0')}-0000-0000-0000`,
    )
    answers.push(...(await Promise.all(codes.map((code) => open(code, address)))))
  }
  const refused = answers.filter(({ status }) => status === 429)
  expect(answers.filter(({ status }) => status === 422)).toHaveLength(30)
  expect(refused).toHaveLength(970)
  for (const { headers } of refused) expect(Number(headers.get('Retry-After'))).toBeGreaterThan(0)

  const right = await open(made.code, address)
  expect(right.status).toBe(429)
  expect(cookieFrom(right)).toBeUndefined()
  expect(replyOf(right).wait).toMatch(/Vänta \d+ minut/)
  expect((await open(made.code)).status).toBe(303)
}, 60_000)

test('a message goes into the thread, once however often it is posted', async () => {
  const { code, hash } = await makeSubmission()
  const cookie = cookieFrom(await open(code))
  const { formToken } = pageOf(await page(cookie))
  const fields = { message: 'Det är värst vid trappan.', formToken }
  const [one, two] = await Promise.all([write(cookie, fields), write(cookie, fields)])
  expect([one.status, two.status]).toEqual([303, 303])
  expect(one.headers.get('Location')).toBe('/sv/follow?sent#reply')
  expect(await saidIn(hash)).toEqual([fields.message])
})

test.each([
  ['', { message: 'message-missing' }],
  ['x'.repeat(5001), { message: 'too-long' }],
])('a message of the wrong length is told at the field and kept', async (message, errors) => {
  const { code, hash } = await makeSubmission()
  const cookie = cookieFrom(await open(code))
  const { formToken } = pageOf(await page(cookie))
  const wrong = await write(cookie, { message, formToken })
  expect(wrong.status).toBe(422)
  expect(replyOf(wrong)).toMatchObject({ errors, values: { message } })
  if (message) expect(replyOf(wrong).tooLong).toBe('Du skrev 5\u00a0001 tecken. Högst 5\u00a0000 får plats.')
  expect(await saidIn(hash)).toEqual([])
})

test('a message from a page that has been open too long is kept, and sent with the new token', async () => {
  const { code, hash } = await makeSubmission()
  const cookie = cookieFrom(await open(code))
  const stale = await write(cookie, { message: 'Hej', formToken: 'made-up' })
  expect(replyOf(stale)).toMatchObject({ errors: { form: 'stale-form' }, values: { message: 'Hej' } })
  await write(cookie, { message: 'Hej', formToken: pageOf(await page(cookie)).formToken })
  expect(await saidIn(hash)).toEqual(['Hej'])
})

test('a message written on a page that has closed is not lost: it is sent along with the code', async () => {
  const { code, hash } = await makeSubmission()
  const { formToken } = pageOf(await page())
  const closed = await write(undefined, { message: 'Det tog lång tid att skriva.', formToken })
  expect(replyOf(closed)).toMatchObject({ errors: { code: 'page-closed' }, values: { message: expect.any(String) } })
  const { message = '' } = replyOf(closed).values
  expect((await write(undefined, { message, formToken, code })).status).toBe(303)
  expect(await saidIn(hash)).toEqual(['Det tog lång tid att skriva.'])
})

test('a resident is told why her case went elsewhere', async () => {
  const { code, ref } = await makeSubmission()
  await move(await makeStaff('coordinator'), ref, {
    from: 'received',
    to: 'redirected',
    reason: 'Trafikverket äger vägen.',
  })
  const { thread } = pageOf(await page(cookieFrom(await open(code))))
  expect(thread?.status).toBe('redirected')
  expect(thread?.events).toMatchObject([{ kind: 'said' }, { kind: 'moved', reason: 'Trafikverket äger vägen.' }])
})

test('a resident reads the answer with the function that gave it, and never the name of who wrote it', async () => {
  const { code, ref } = await makeSubmission({ status: 'in_progress' })
  const coordinator = await makeStaff('coordinator')
  await answer(coordinator, ref, { body: { sv: 'Vi byter lampan.' }, audience: 'resident', after: 0 })
  const shown = await page(cookieFrom(await open(code)))
  expect(pageOf(shown).thread?.events.filter(({ kind }) => kind === 'answered')).toMatchObject([
    { body: { text: 'Vi byter lampan.' }, signedAs: { text: coordinator.signsAs.sv }, audience: 'resident' },
  ])
  expect(JSON.stringify(shown.data)).not.toContain(coordinator.name)
  expect(JSON.stringify(shown.data)).not.toContain(coordinator.id)
})
