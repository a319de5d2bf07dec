import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { follow as followOther } from '#app/domain/followers/follow.server.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import * as follow from '#app/routes/$lang.follow.tsx'
import { cookieFrom, get, post, type Answer } from '../support/call-route.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const path = '/sv/follow'
let visitors = 0
const newAddress = () => `192.0.2.${100 + (++visitors % 150)}`
const open = async (code: string) => cookieFrom(await post(follow, path, { fields: { code }, address: newAddress() }))
const page = async (cookie?: string) => (await get(follow, path, { cookie })).data as Page
const act = (verb: string, cookie: string | undefined, fields: Record<string, string> = {}, address = newAddress()) =>
  post(follow, `${path}?verb=${verb}`, { cookie, fields, address })
const replyOf = ({ data }: Answer) => data as { values: Record<string, string>; errors: Record<string, string> }

type Page = {
  formToken: string
  thread?: {
    status: string
    clocks: { text: string; late: boolean }[]
    rating?: { version: number; heard?: string }
    reopening?: { open: boolean; until: string }
    bell?: { state: string; text: string }
    languages: { language: string; writtenIn: string }
    events: { kind: string; body?: string }[]
  }
  followed?: { since: string; bell?: object; published?: { title: { text: string } } }
}

async function answered() {
  const made = await makeSubmission({ status: 'in_progress' })
  await answer(await makeStaff('coordinator'), made.ref, {
    body: { sv: 'Vi byter den.' },
    audience: 'resident',
    after: 0,
  })
  return { ...made, cookie: await open(made.code) }
}

test('the page says by when it is read and answered, in words', async () => {
  const { code, id } = await makeSubmission()
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(submissions)
      .set({ createdAt: new Date('2026-11-19T10:00:00Z') })
      .where(eq(submissions.id, id)),
  )
  const { thread } = await page(await open(code))
  expect(thread!.clocks.map(({ text }) => text).join(' ')).toMatch(
    /senast fredag 20 november.* senast torsdag 17 december/,
  )
})

test('a resident rates the answer by one tap, and sees what she said', async () => {
  const { cookie } = await answered()
  expect((await page(cookie)).thread!.rating).toEqual({ version: 1, heard: undefined })
  const rated = await act('rate', cookie, { version: '1', heard: 'partly' })
  expect([rated.status, rated.headers.get('Location')]).toEqual([303, '/sv/follow?done=rated#rating'])
  expect((await page(cookie)).thread!.rating).toEqual({ version: 1, heard: 'partly' })
  expect((await act('rate', cookie, { version: '1', heard: 'maybe' })).status).toBe(422)
})

test('while there is no answer there is nothing to rate, and nothing to open again', async () => {
  const { thread } = await page(await open((await makeSubmission()).code))
  expect([thread!.rating, thread!.reopening]).toEqual([undefined, undefined])
})

test('"it is not solved" opens the case again', async () => {
  const { cookie, hash } = await answered()
  const { formToken, thread } = await page(cookie)
  expect(thread!.reopening).toMatchObject({ open: true })
  const asked = await act('reopen', cookie, { formToken, unsolved: 'Den lyser inte.' })
  expect(asked.headers.get('Location')).toBe('/sv/follow?done=reopened#status')
  expect((await threadUnderCode(hash))!.submission.status).toBe('reopen_requested')
  // Sent once more from an old page: her words are still taken.
  const again = await act('reopen', cookie, { formToken: (await page(cookie)).formToken, unsolved: 'Och en till.' })
  expect(again.headers.get('Location')).toBe('/sv/follow?sent#reply')
  expect((await threadUnderCode(hash))!.messages.map(({ body }) => body)).toEqual(['Den lyser inte.', 'Och en till.'])
})

test('what is wrong with it is told at the field, and the words are kept', async () => {
  const { cookie } = await answered()
  const { formToken } = await page(cookie)
  expect(replyOf(await act('reopen', cookie, { formToken, unsolved: ' ' })).errors).toEqual({ unsolved: 'missing' })
  const stale = await act('reopen', cookie, { formToken: 'made-up', unsolved: 'Kvar.' })
  expect(replyOf(stale)).toMatchObject({ errors: { form: 'stale-form' }, values: { unsolved: 'Kvar.' } })
  expect(replyOf(stale).values.formToken).toBeUndefined()
})

test('after the last day her words are kept as a message, and the page says where to write anew', async () => {
  const { cookie, id } = await answered()
  const { formToken } = await page(cookie)
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(submissions)
      .set({ statusAt: new Date('2026-01-01') })
      .where(eq(submissions.id, id)),
  )
  expect((await page(cookie)).thread!.reopening).toMatchObject({ open: false })
  const late = await act('reopen', cookie, { formToken, unsolved: 'Den lyser inte.' })
  expect(late.status).toBe(422)
  expect(replyOf(late)).toMatchObject({
    errors: { message: 'too-late-to-reopen' },
    values: { message: 'Den lyser inte.' },
  })
})

test('an address is left, changed and withdrawn; the page shows no more of it than she needs to know it', async () => {
  const cookie = await open((await makeSubmission()).code)
  expect((await act('bell', cookie, { email: 'ingen adress' })).status).toBe(422)
  const asked = await act('bell', cookie, { email: 'amina@example.com' })
  expect(asked.headers.get('Location')).toBe('/sv/follow?done=bell-asked#bell')
  const shown = await page(cookie)
  expect(shown.thread!.bell).toMatchObject({ state: 'waits', text: expect.stringContaining('a…@example.com') })
  expect(JSON.stringify(shown)).not.toContain('amina@')
  await act('withdraw', cookie)
  expect((await page(cookie)).thread!.bell).toBeUndefined()
})

test('three mails a day go to an address, whoever asks; the fourth has to wait, and what was typed is kept', async () => {
  const email = `${crypto.randomUUID()}@example.com`
  for (let time = 0; time < 3; time++)
    expect((await act('bell', await open((await makeSubmission()).code), { email })).status).toBe(303)
  const fourth = await act('bell', await open((await makeSubmission()).code), { email: email.toUpperCase() })
  expect(fourth.status).toBe(429)
  expect(Number(fourth.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect(replyOf(fourth)).toMatchObject({ errors: { email: 'too-many-mails' }, values: { email: email.toUpperCase() } })
})

test('ten mails an hour are sent for one visitor, to whatever addresses', async () => {
  const cookie = await open((await makeSubmission()).code)
  const statuses: number[] = []
  for (let time = 0; time < 11; time++)
    statuses.push((await act('bell', cookie, { email: `${crypto.randomUUID()}@example.com` }, '192.0.2.99')).status)
  expect(statuses).toEqual([...Array.from({ length: 10 }, () => 303), 429])
})

test('the languages are chosen again', async () => {
  const cookie = await open((await makeSubmission()).code)
  await act('languages', cookie, { language: 'ar', writtenIn: 'fa' })
  expect((await page(cookie)).thread!.languages).toMatchObject({ language: 'ar', writtenIn: 'fa' })
  await act('languages', cookie, { language: 'xx', writtenIn: 'klingon' })
  expect((await page(cookie)).thread!.languages).toMatchObject({ language: 'sv', writtenIn: '' })
})

test('on a page that has closed nothing is done, and what was written is kept for the code', async () => {
  const closed = await act('reopen', undefined, { unsolved: 'Det tog lång tid att skriva.', formToken: 'x' })
  expect(replyOf(closed)).toMatchObject({
    errors: { code: 'page-closed' },
    values: { message: 'Det tog lång tid att skriva.' },
  })
  for (const verb of ['rate', 'bell', 'withdraw', 'languages'])
    expect(replyOf(await act(verb, undefined)).errors).toEqual({ code: 'page-closed' })
})

test('a verb that is none is no verb', async () => {
  for (const verb of ['delete', 'constructor', '__proto__'])
    expect((await act(verb, await open((await makeSubmission()).code))).status).toBe(422)
})

test('the code of a follower opens what everybody may read and a bell of her own, and nothing of whose it is', async () => {
  const { ref } = await makeSubmission({
    body: 'Hemlig text',
    published: { title: 'Mörk trappa', body: 'Trappan har varit mörk.' },
    contactEmail: 'owner@example.com',
  })
  const formToken = await formTokenOfOurs()
  const followed = await followOther({ ref, formToken, language: 'sv' })
  const cookie = await open('code' in followed ? followed.code : '')
  const shown = await page(cookie)
  expect(shown.thread).toBeUndefined()
  expect(shown.followed).toMatchObject({ published: { title: { text: 'Mörk trappa' } }, bell: undefined })
  expect(JSON.stringify(shown)).not.toMatch(/Hemlig|owner/)
  await act('bell', cookie, { email: 'follower@example.com' })
  expect((await page(cookie)).followed!.bell).toMatchObject({ state: 'waits' })
  // What belongs to the one who wrote it is not hers to do.
  for (const [verb, fields] of [
    ['rate', { version: '1', heard: 'yes' }],
    ['languages', { language: 'sv', writtenIn: 'sv' }],
  ] as const)
    await act(verb, cookie, fields)
  const token = (await page(cookie)).formToken
  const said = await post(follow, path, { cookie, fields: { message: 'Jag också', formToken: token } })
  expect(said.status).toBe(422)
})
