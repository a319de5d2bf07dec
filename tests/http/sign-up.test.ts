import { expect, test } from 'vitest'
import { findBooking } from '#app/domain/dialogues/bookings.server.ts'
import * as route from '#app/routes/$lang.dialogues.$slug.sign-up.tsx'
import { bookingsOf } from '../support/bookings.ts'
import { get, post, type Answer } from '../support/call-route.ts'
import { makeDialogue } from '../support/make-dialogue.ts'

const asked = [
  {
    label: { sv: 'Vad?' },
    kind: 'choice' as const,
    options: [{ sv: 'Ljus', ar: 'الإضاءة' }, { sv: 'Annat' }],
    required: true,
  },
  { label: { sv: 'Mer?' }, kind: 'text' as const, required: false },
]
type Shown = { values: Record<string, string>; errors: Record<string, string> }
const shown = ({ data }: Answer) => data as Shown

const visit = (slug: string, lang = 'sv') => ({ params: { lang, slug } })
const pathOf = (slug: string, lang = 'sv') => `/${lang}/dialogues/${slug}/sign-up`

async function newToken(slug: string) {
  const { data } = await get(route, pathOf(slug), visit(slug))
  return (data as { parts: { formToken: string } }).parts.formToken
}

async function send(slug: string, fields: Record<string, string> = {}, lang = 'sv') {
  const filled = {
    formToken: await newToken(slug),
    name: 'Amina',
    email: '',
    partySize: '2',
    language: lang,
    needs: '',
  }
  return post(route, pathOf(slug, lang), { ...visit(slug, lang), fields: { ...filled, ...fields } })
}

const tokenOf = (answer: Answer) => answer.headers.get('Location')!.split('/').at(-1)!

test('one post with all fields is a booking, and leads to its page', async () => {
  const { slug } = await makeDialogue()
  const answer = await send(slug, { email: 'a@example.com', needs: 'Tolk' }, 'ar')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('Location')).toMatch(/^\/ar\/bookings\/[0-9A-HJKMNP-TV-Z]{20}$/)
  expect(await findBooking(tokenOf(answer))).toMatchObject({
    ...{ name: 'Amina', email: 'a@example.com', partySize: 2, language: 'ar', needs: 'Tolk', state: 'confirmed' },
  })
})

test('the same form posted twice leads to the same booking', async () => {
  const { id, slug } = await makeDialogue()
  const formToken = await newToken(slug)
  const [one, two] = await Promise.all([send(slug, { formToken }), send(slug, { formToken })])
  expect(one.headers.get('Location')).toBe(two.headers.get('Location'))
  expect(await bookingsOf(id)).toHaveLength(1)
})

test('fifty forms posted at once for the last seat confirm exactly one', async () => {
  const { id, slug } = await makeDialogue({ capacity: 1 })
  const answers = await Promise.all(Array.from({ length: 50 }, () => send(slug, { partySize: '1' })))
  expect(answers.every(({ status }) => status === 303)).toBe(true)
  const states = (await bookingsOf(id)).map(({ state }) => state)
  expect(states).toEqual(['confirmed', ...Array<string>(49).fill('waitlisted')])
})

test('a form that is wrong is shown again with everything kept and an error at each field', async () => {
  const { id, slug, questionIds } = await makeDialogue({ questions: asked })
  const [choice, text] = questionIds.map((question) => `answers.${question}`) as [string, string]
  const typed = { name: 'x'.repeat(300), email: 'nope', partySize: '99', needs: 'x'.repeat(501), [text]: 'kvar' }
  const answer = await send(slug, typed)
  expect(answer.status).toBe(422)
  expect(shown(answer).values).toMatchObject(typed)
  expect(shown(answer).errors).toEqual({
    ...{ name: 'name-too-long', email: 'not-an-address', partySize: 'party-too-big', needs: 'too-long' },
    [choice]: 'missing',
  })
  expect(await bookingsOf(id)).toEqual([])
})

test('the answers to the questions of a dialogue are kept by question, a choice by its Swedish words', async () => {
  const { slug, questionIds } = await makeDialogue({ questions: asked })
  const [choice, text] = questionIds as [string, string]
  const answer = await send(slug, { [`answers.${choice}`]: 'Ljus', [`answers.${text}`]: 'Vid bron' }, 'ar')
  expect((await findBooking(tokenOf(answer)))?.answers).toEqual({ [choice]: 'Ljus', [text]: 'Vid bron' })
  expect(shown(await send(slug, { [`answers.${choice}`]: 'Påhittat' })).errors).toEqual({
    [`answers.${choice}`]: 'not-valid',
  })
})

test('script, direction overrides and emoji in every field are kept as the text they are', async () => {
  const { slug, questionIds } = await makeDialogue({ questions: asked.slice(1) })
  const nasty = '<script>alert(1)</script>\u202e"\'&\u0000 🎈'
  const clean = '<script>alert(1)</script>"\'& 🎈'
  const answer = await send(slug, { name: nasty, needs: nasty, [`answers.${questionIds[0]}`]: nasty })
  expect(answer.status).toBe(303)
  expect(await findBooking(tokenOf(answer))).toMatchObject({
    name: clean,
    needs: clean,
    answers: { [questionIds[0]!]: clean },
  })
  const wrong = await send(slug, { email: nasty, partySize: nasty, language: nasty, formToken: nasty })
  expect(wrong.status).toBe(422)
  expect(Object.keys(shown(wrong).errors).toSorted()).toEqual(['email', 'language', 'partySize'])
})

test('a form that is too old or not ours is shown again with everything kept', async () => {
  const { slug } = await makeDialogue()
  const answer = await send(slug, { formToken: 'a.b.c' })
  expect(answer.status).toBe(422)
  expect(shown(answer)).toMatchObject({ values: { name: 'Amina' }, errors: { form: 'stale-form' } })
})

test.each(['cancelled', 'postponed', 'held', 'scheduled'] as const)(
  'the form is not shown for a dialogue that is %s, and a post is refused',
  async (state) => {
    const open = await makeDialogue()
    const formToken = await newToken(open.slug)
    const { slug } = await makeDialogue({ state })
    const page = await get(route, pathOf(slug), visit(slug))
    expect(page.data).toMatchObject({ parts: undefined })
    const answer = await post(route, pathOf(slug), { ...visit(slug), fields: { formToken, name: 'A', partySize: '1' } })
    expect(answer).toMatchObject({ status: 409, data: { refused: 'sign-up-closed' } })
  },
)

test.each(['no-such-dialogue', 'Å', '../x', '\u0000', 'x'.repeat(200)])(
  'there is nothing to sign up for at %j',
  async (slug) => {
    expect((await get(route, pathOf('x'), visit(slug))).status).toBe(404)
    expect((await post(route, pathOf('x'), { ...visit(slug), fields: {} })).status).toBe(404)
  },
)
