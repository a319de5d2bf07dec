import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, everyone } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { submitInput, type SubmitInput } from '#app/domain/submissions/input.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { hashOfCode, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'

/** A form as the browser posts it, filled in well unless told otherwise. */
const filledIn = async (fields: Record<string, string> = {}): Promise<SubmitInput> =>
  submitInput.parse({
    ...{ kind: 'concern', category: 'lighting', body: 'Lampan vid gångvägen är trasig.', areaCode: '606' },
    ...{ language: 'sv', formToken: await formTokenOfOurs() },
    ...fields,
  })

async function taken(input: SubmitInput): Promise<{ code: string; ref: string }> {
  const result = await submit(input)
  if ('refused' in result) throw new Error(result.refused)
  return result
}

const rowOf = async (ref: string) => {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(submissions).where(eq(submissions.ref, ref)))
  return row!
}
const threadOf = async (code: string) => (await threadUnderCode(await hashOfCode(code)))!

test('the same form posted ten times at once is one submission with one code', async () => {
  const input = await filledIn()
  const answers = await Promise.all(Array.from({ length: 10 }, () => taken(input)))
  expect(new Set(answers.map(({ code }) => code)).size).toBe(1)
  expect(new Set(answers.map(({ ref }) => ref)).size).toBe(1)
  const { id } = await rowOf(answers[0]!.ref)
  expect(await auditOf(id)).toHaveLength(1)
  expect((await threadOf(answers[0]!.code)).messages).toEqual([])
})

test('who goes back, changes her text and sends the same form again has both texts in one thread', async () => {
  const input = await filledIn()
  const first = await taken(input)
  const changed = { ...input, body: 'Lampan är trasig, och den bredvid också.' }
  expect(await taken(changed)).toEqual(first)
  expect(await taken(changed)).toEqual(first)
  const { submission, messages } = await threadOf(first.code)
  expect(submission.body).toBe(input.body)
  expect(messages.map(({ sender, body }) => [sender, body])).toEqual([['resident', changed.body]])
})

// What keepResent keeps.
test('a place, category and answer that were changed before the form was sent again are told in the thread, once', async () => {
  const input = { ...(await filledIn()), answers: [{ question: 'fault', values: ['dark'] }] }
  const inWords = (parts: readonly string[]) => Promise.resolve(parts.join(' '))
  const first = await submit(input, { inWords })
  const changed: SubmitInput = {
    ...{ ...input, category: 'litter', areaCode: undefined, place: 'kortedala-torg', placeNote: 'Vid spåret' },
    answers: [...input.answers, { question: 'what', values: ['bags'] }],
  }
  expect(await submit(changed, { inWords })).toEqual(first)
  expect(await submit(changed, { inWords })).toEqual(first)
  expect(await submit(input, { inWords })).toEqual(first)
  expect(await submit({ ...changed, body: 'Nu är det värre.' }, { inWords })).toEqual(first)
  const { code } = first as { code: string }
  const { submission, messages } = await threadOf(code)
  expect(submission).toMatchObject({ category: 'lighting', areaName: 'Hammarkullen', answers: input.answers })
  expect(messages.map(({ body }) => body)).toEqual([
    'category answers.what place placeNote',
    'Nu är det värre.\n\ncategory answers.what place placeNote',
  ])
})

test('the code is stored nowhere', async () => {
  const { code, ref } = await taken(await filledIn())
  const row = JSON.stringify(await rowOf(ref))
  expect(row).not.toContain(code)
  expect(row).not.toContain(code.replaceAll('-', ''))
})

test('what is written is kept as it was written, but for characters that turn the text around', async () => {
  const body = '<script>alert(1)</script> & "citat" 🚨👩‍👩‍👧 — مرحبا، \u202eevil\u202c \u2066x\u2069\r\nrad två'
  const { ref } = await taken(await filledIn({ body, placeNote: '<b>bron</b> \u202e🙂' }))
  const row = await rowOf(ref)
  expect(row.body).toBe('<script>alert(1)</script> & "citat" 🚨👩‍👩‍👧 — مرحبا، evil x\nrad två')
  expect(row.placeNote).toBe('<b>bron</b> 🙂')
})

test.each([
  ['a point in Hammarkullen', { lat: '57.7812', lon: '12.0331' }, { areaCode: '606', lat: 57.7812, lon: 12.0331 }],
  ['a square', { areaCode: '', place: 'kortedala-torg' }, { areaCode: '303', place: 'kortedala-torg' }],
  ['a whole area', {}, { areaCode: '606', lat: null, lon: null, place: null }],
])('%s is a place', async (_, fields, expected) => {
  const { ref } = await taken(await filledIn(fields))
  expect(await rowOf(ref)).toMatchObject(expected)
})

test.each([
  ['the middle of Göteborg', { lat: '57.7007', lon: '11.9668' }, 'outside-area'],
  ['the south pole', { lat: '-90', lon: '0' }, 'outside-area'],
  ['a square that does not exist', { areaCode: '', place: "' or 1=1 --" }, 'outside-area'],
  ['an area that does not exist', { areaCode: '999' }, 'outside-area'],
  ['half a point and nothing else', { areaCode: '', lat: '57.7812' }, 'place-missing'],
  ['no place at all', { areaCode: '' }, 'place-missing'],
])('%s is refused', async (_, fields, refused) => {
  expect(await submit(await filledIn(fields))).toEqual({ refused })
})

test('a form that is older than a week, made up or without a token is refused', async () => {
  const old = await formTokenOfOurs(Date.now() - 8 * 24 * 60 * 60 * 1000)
  for (const formToken of [old, 'made-up', '', 'x'.repeat(300)])
    expect(await submit(await filledIn({ formToken }))).toEqual({ refused: 'stale-form' })
})

test('a tip is not taken, whatever the form says, and none exists', async () => {
  expect(await submit({ ...(await filledIn()), kind: 'tip' })).toEqual({ refused: 'not-allowed' })
  expect(await as({ as: 'seed' }, (tx) => tx.$count(submissions, eq(submissions.kind, 'tip')))).toBe(0)
})

test('drugs in public go to the police, lighting to the city', async () => {
  const drugs = await rowOf((await taken(await filledIn({ category: 'drugs' }))).ref)
  const lighting = await rowOf((await taken(await filledIn())).ref)
  expect([drugs.receivingAuthority, lighting.receivingAuthority]).toEqual(['polisen', 'goteborg'])
})

test('nobody reads a new submission without its code', async () => {
  const { ref } = await taken(await filledIn())
  const seen = await as(everyone, (tx) => tx.select({ ref: submissions.ref }).from(submissions))
  expect(seen.map((row) => row.ref)).not.toContain(ref)
  const other = await as({ as: 'resident', codeHash: 'another' }, (tx) =>
    tx.select({ ref: submissions.ref }).from(submissions),
  )
  expect(other).toEqual([])
})
