import { count, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { hashOfCode, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { receiptCookie } from '#app/http/sealed-cookies.server.ts'
import * as form from '#app/routes/$lang.submit.$kind.tsx'
import * as received from '#app/routes/$lang.submit.received.tsx'
import * as tip from '#app/routes/$lang.submit.tip.tsx'
import { cookieFrom, get, post, type Answer } from '../support/call-route.ts'

const params = { lang: 'sv', kind: 'concern' }
const path = '/sv/submit/concern'

const newToken = async () => {
  const { data } = await get(form, path, { params })
  return (data as { parts: { formToken: string } }).parts.formToken
}

/** Everything a browser posts without script, filled in well unless told otherwise. */
const filledIn = async (fields: Record<string, string> = {}) => ({
  ...{ formToken: await newToken(), category: 'lighting', body: 'Lampan vid bron är trasig.', lat: '', lon: '' },
  ...{ place: '', areaCode: '606', placeNote: '', contactEmail: '', language: 'sv' },
  ...fields,
})

const send = async (fields: Record<string, string> = {}) => post(form, path, { params, fields: await filledIn(fields) })

type Shown = { values: Record<string, string>; errors: Record<string, string>; tooLong?: string }
const shown = ({ data }: Answer) => data as Shown
const receiptOf = (answer: Answer) => get(received, '/sv/submit/received', { cookie: cookieFrom(answer) })
const howMany = async () => {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select({ all: count() }).from(submissions))
  return row!.all
}

test('each showing of the form has a token of its own', async () => {
  expect(await newToken()).not.toBe(await newToken())
})

test('one post with all fields is a submission, and the code is shown once, on a page whose address says nothing', async () => {
  const answer = await send()
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toBe('/sv/submit/received')
  const page = await receiptOf(answer)
  const { kept } = page.data as { kept: { code: string; ref: string } }
  expect(kept.code).toMatch(/^(\w{4}-){4}\w{4}$/)
  expect(page.headers.get('Cache-Control')).toBe('no-store')
  expect([...answer.headers].join()).not.toContain(kept.code)
  expect([...answer.headers].join()).toMatch(/HttpOnly.*SameSite=Lax/)
})

test('"I have saved it" takes the code away', async () => {
  const answer = await send()
  const saved = await post(received, '/sv/submit/received', { cookie: cookieFrom(answer) })
  expect(saved.headers.get('Location')).toBe('/sv/submit/received?saved')
  expect(saved.headers.get('Set-Cookie')).toContain('Max-Age=0')
  expect(cookieFrom(saved)).toBeUndefined()
  const after = await get(received, '/sv/submit/received?saved')
  expect(after.data).toMatchObject({ kept: undefined, part: 'thanks' })
})

test('the code is gone after ten minutes, whatever the browser thinks, and a cookie of somebody else shows nothing', async () => {
  const content = { code: '7KQ4-2M9P-0000-1111-ZZZZ', ref: '7KQ4-2M9P' }
  const cookieOf = async (now: number) => (await receiptCookie.keep(content, now)).split(';')[0]
  const fresh = await cookieOf(Date.now() - 9 * 60_000)
  const old = await cookieOf(Date.now() - 10 * 60_000)
  expect(fresh).not.toContain('7KQ4')
  const page = (cookie: string | undefined) => get(received, '/sv/submit/received', { cookie })
  expect((await page(fresh)).data).toMatchObject({ kept: content })
  expect((await page(old)).data).toMatchObject({ kept: undefined, part: 'gone' })
  expect((await page('receipt=made-up')).data).toMatchObject({ kept: undefined, part: 'gone' })
  expect((await page(undefined)).data).toMatchObject({ kept: undefined, part: 'gone' })
})

test('the same form posted twice gives the same code and one submission', async () => {
  const fields = await filledIn()
  const [one, two] = await Promise.all([post(form, path, { params, fields }), post(form, path, { params, fields })])
  const codes = [await receiptOf(one), await receiptOf(two)].map(
    ({ data }) => (data as { kept: { code: string } }).kept,
  )
  expect(codes[0]).toEqual(codes[1])
  const rows = await as({ as: 'seed' }, (tx) =>
    tx
      .select()
      .from(submissions)
      .where(eq(submissions.ref, (codes[0] as unknown as { ref: string }).ref)),
  )
  expect(rows).toHaveLength(1)
})

test.each<[string, Record<string, string>, Record<string, string>]>([
  [
    'nothing at all',
    { category: '', body: '', areaCode: '' },
    { category: 'category-missing', body: 'missing', place: 'place-missing' },
  ],
  ['no text', { body: '  \r\n ' }, { body: 'missing' }],
  ['a category that is none', { category: 'murder' }, { category: 'category-missing' }],
  ['5,001 characters', { body: 'å'.repeat(5001) }, { body: 'too-long' }],
  ['a place in Borås', { lat: '57.7210', lon: '12.9401' }, { place: 'outside-area' }],
  ['a point that is no point', { lat: 'north', lon: '"><script>' }, { place: 'unknown-place' }],
  ['a square that is none', { areaCode: '', place: '../../etc/passwd' }, { place: 'outside-area' }],
  ['a place note of 301 characters', { placeNote: 'x'.repeat(301) }, { placeNote: 'too-long' }],
  ['an address that is none', { contactEmail: '<b>leyla</b>' }, { contactEmail: 'not-an-address' }],
  [
    'a day that is yet to come',
    { category: 'fires', 'answers.when': '2099-01-01,08:00' },
    { 'answers.when': 'future-moment' },
  ],
  ['an old token', { formToken: 'made-up' }, { form: 'stale-form' }],
])(
  '%s: the form comes back with all that was typed and what is wrong, and nothing is taken',
  async (_, fields, errors) => {
    const before = await howMany()
    const answer = await send(fields)
    expect(answer.status).toBe(422)
    expect(shown(answer).errors).toEqual(errors)
    const { formToken: _token, ...typed } = await filledIn(fields)
    expect(shown(answer).values).toMatchObject(typed)
    expect(await howMany()).toBe(before)
  },
)

test('what is chosen otherwise when the form is sent again is in the thread, in her words and in Swedish', async () => {
  const fields = await filledIn({ language: 'en' })
  const visit = { params: { lang: 'en', kind: 'concern' } }
  const first = await post(form, '/en/submit/concern', { ...visit, fields })
  const changed = { ...fields, body: 'Two lamps now.', category: 'litter', areaCode: '', place: 'kortedala-torg' }
  expect((await post(form, '/en/submit/concern', { ...visit, fields: changed })).status).toBe(303)
  const { kept } = (await receiptOf(first)).data as { kept: { code: string } }
  const thread = await threadUnderCode(await hashOfCode(kept.code))
  expect(thread?.messages.map(({ body }) => body.split('\n'))).toEqual([
    [
      ...[
        'Two lamps now.',
        '',
        'Changed when the form was sent once more:',
        'Subject: Litter',
        'Place: Kortedala Torg',
        '',
      ],
      ...['Ändrat när formuläret skickades en gång till:', 'Ämne: Nedskräpning', 'Plats: Kortedala Torg'],
    ],
  ])
})

test('a text that is too long is told how long it is and how long it may be', async () => {
  expect(shown(await send({ body: 'å'.repeat(5340) })).tooLong).toBe(
    'Du skrev 5\u00a0340 tecken. Högst 5\u00a0000 får plats.',
  )
})

test('a form that was open too long is sent once more with the token that comes with it', async () => {
  const stale = await send({ formToken: 'made-up' })
  const again = await post(form, path, { params, fields: { ...shown(stale).values, formToken: await newToken() } })
  expect(again.status).toBe(303)
})

test('a language that is not offered becomes the language of the page', async () => {
  const answer = await post(form, '/so/submit/idea', {
    params: { lang: 'so', kind: 'idea' },
    fields: await filledIn({ language: 'xx' }),
  })
  const { kept } = (await receiptOf(answer)).data as { kept: { ref: string } }
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(submissions).where(eq(submissions.ref, kept.ref)))
  expect(row).toMatchObject({ language: 'so', kind: 'idea' })
})

test('the tip door is a signpost: a post is not taken but shown again, and nothing is stored', async () => {
  const before = await howMany()
  const answer = await post(tip, '/sv/submit/tip', { fields: await filledIn() })
  expect(answer).toMatchObject({ status: 422, data: { errors: { form: 'tips-closed' } } })
  expect(answer.headers.getSetCookie()).toEqual([])
  expect(
    (await post(form, '/sv/submit/tip', { params: { lang: 'sv', kind: 'tip' }, fields: await filledIn() })).status,
  ).toBe(404)
  expect(await howMany()).toBe(before)
})

test.each(['complaint', 'constructor', '%3Cscript%3E', '__proto__'])('there is no door called %s', async (kind) => {
  expect((await get(form, `/sv/submit/${kind}`, { params: { lang: 'sv', kind } })).status).toBe(404)
  expect((await post(form, `/sv/submit/${kind}`, { params: { lang: 'sv', kind } })).status).toBe(404)
})
