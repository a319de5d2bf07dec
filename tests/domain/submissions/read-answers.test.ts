import fc from 'fast-check'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { categoryQuestions } from '#db/schema/questions.ts'
import type { Category } from '#db/schema/submissions.ts'
import { everAsked, questionsOf } from '#app/domain/submissions/questions.server.ts'
import { readAnswers } from '#app/domain/submissions/read-answers.server.ts'
import { anyText } from '../../support/any-text.ts'

const category = 'praise' satisfies Category
const label = { sv: 'Fråga' }
const option = (value: string, stops?: { sv: string }) => ({ value, label: { sv: value }, ...(stops ? { stops } : {}) })

/** Questions of every kind, on a category that has none in the seed. */
beforeAll(async () => {
  const rows = [
    { key: 'now', kind: 'choice', options: [option('yes', { sv: 'Ring 112.' }), option('no'), option('unsure')] },
    { key: 'seen', kind: 'choices', options: [option('a'), option('b'), option('c')] },
    { key: 'why', kind: 'text', shownWhen: { question: 'seen', values: ['b'] } },
    { key: 'deeper', kind: 'number', shownWhen: { question: 'why', values: ['b'] } },
    { key: 'many', kind: 'number' },
    { key: 'when', kind: 'moment' },
    { key: 'told', kind: 'notice' },
    { key: 'old', kind: 'text', retiredAt: new Date() },
  ] as const
  await as({ as: 'seed' }, async (tx) => {
    await tx.delete(categoryQuestions).where(eq(categoryQuestions.category, category))
    for (const [position, row] of rows.entries()) {
      const { key, kind, ...rest } = row
      const options = 'options' in rest ? [...rest.options] : []
      const shownWhen =
        'shownWhen' in rest ? { question: rest.shownWhen.question, values: [...rest.shownWhen.values] } : null
      const retiredAt = 'retiredAt' in rest ? rest.retiredAt : null
      await tx.insert(categoryQuestions).values({ category, key, kind, label, position, options, shownWhen, retiredAt })
    }
  })
  return () => as({ as: 'seed' }, (tx) => tx.delete(categoryQuestions).where(eq(categoryQuestions.category, category)))
})

const read = (values: Record<string, string>) =>
  readAnswers(category, Object.fromEntries(Object.entries(values).map(([key, value]) => [`answers.${key}`, value])))

test('no question has to be answered', async () => {
  expect(await read({})).toMatchObject({ answers: [], errors: {}, stopped: undefined })
  expect(await read({ now: ' ', seen: '', many: '', when: ',', told: 'x' })).toMatchObject({ answers: [], errors: {} })
})

test('a choice, several choices, a text, a number and a moment are kept in the order they are asked', async () => {
  const { answers, errors } = await read({
    when: '2026-11-22,21:30',
    many: '12',
    why: ' Mörkt \r\n där ',
    seen: 'c,b',
    now: 'no',
  })
  expect(errors).toEqual({})
  expect(answers).toEqual([
    { question: 'now', values: ['no'] },
    { question: 'seen', values: ['b', 'c'] },
    { question: 'why', values: ['Mörkt \n där'] },
    { question: 'many', values: ['12'] },
    { question: 'when', values: ['2026-11-22 21:30'] },
  ])
})

test('what was never asked, is no option, or is asked no longer is dropped', async () => {
  const posted = {
    seen: 'a,z,constructor',
    now: 'maybe',
    made: 'up',
    old: 'text',
    told: 'a notice has no answer',
    __proto__: 'x',
  }
  expect(await read(posted)).toMatchObject({ answers: [{ question: 'seen', values: ['a'] }], errors: {} })
  expect((await questionsOf(category)).map(({ key }) => key)).not.toContain('old')
  expect((await everAsked(category)).map(({ key }) => key)).toContain('old')
})

test('a question that hangs on an earlier answer is asked only then', async () => {
  expect((await read({ seen: 'a', why: 'x' })).answers).toEqual([{ question: 'seen', values: ['a'] }])
  expect((await read({ seen: 'a' })).asked).toEqual(['now', 'seen', 'many', 'when', 'told'])
  expect((await read({ seen: 'b' })).asked).toEqual(['now', 'seen', 'why', 'many', 'when', 'told'])
  // One that hangs on a question that is not asked itself.
  expect((await read({ seen: 'a', why: 'b', deeper: '1' })).asked).not.toContain('deeper')
})

test.each([
  ['12', '12'],
  ['0', '0'],
  ['1 500', '1500'],
  ['2,5', '2.5'],
  ['٣٢', '32'],
  ['۱۲', '12'],
])('"%s" is the number %s', async (typed, number) => {
  expect((await read({ many: typed })).answers).toEqual([{ question: 'many', values: [number] }])
})

test.each(['tolv', '-1', '1e3', '12 st', '999999999', 'Infinity', '0x10'])('"%s" is no number', async (typed) => {
  expect(await read({ many: typed })).toMatchObject({ answers: [], errors: { 'answers.many': 'not-a-number' } })
})

test.each([
  ['2026-11-22', '2026-11-22'],
  ['2026-11-22,', '2026-11-22'],
  ['2026-11-22T21:30', '2026-11-22 21:30'],
  [',21:30', '21:30'],
  ['9.05', '09:05'],
  ['2024-02-29 00:00', '2024-02-29 00:00'],
  ['٢٠٢٦-١١-٢٢', '2026-11-22'],
])('"%s" is the moment %s', async (typed, moment) => {
  expect((await read({ when: typed })).answers).toEqual([{ question: 'when', values: [moment] }])
})

test.each([
  '2026-02-30',
  '2025-02-29',
  'i går',
  '24:00',
  '12:60',
  '2026-13-01',
  '0026-01-01',
  '2026-11-22 kl 9',
  'T'.repeat(9) + 'x',
])('"%s" is no moment', async (typed) => {
  expect(await read({ when: typed })).toMatchObject({ answers: [], errors: { 'answers.when': 'not-a-moment' } })
})

/** Half past midnight on 24 November here, when it is still the 23rd in Greenwich. */
const justAfterMidnight = new Date('2026-11-23T23:30:00Z')

test.each([
  ['2026-11-24', undefined],
  ['2026-11-24 00:29', undefined],
  ['2026-11-23 23:59', undefined],
  ['2026-11-24 00:34', undefined],
  ['2026-11-24 00:40', 'future-moment'],
  ['2026-11-25', 'future-moment'],
  ['2026-11-25,08:00', 'future-moment'],
  ['2031-01-01', 'future-moment'],
  ['23:59', undefined],
])('at half past midnight in Göteborg "%s" is told as %s', async (typed, error) => {
  const { answers, errors } = await readAnswers(category, { 'answers.when': typed }, justAfterMidnight)
  expect(errors['answers.when']).toBe(error)
  expect(answers).toHaveLength(error ? 0 : 1)
})

test('a text of more than 500 characters is told, and nothing of it is cut', async () => {
  expect((await read({ seen: 'b', why: 'å'.repeat(501) })).errors).toEqual({ 'answers.why': 'too-long' })
  expect((await read({ seen: 'b', why: 'å'.repeat(500) })).answers).toContainEqual({
    question: 'why',
    values: ['å'.repeat(500)],
  })
})

test('an answer that stops the form gives its advice and the answer that goes on', async () => {
  const { stopped, errors } = await read({ now: 'yes' })
  expect(stopped).toEqual({ question: 'now', advice: { sv: 'Ring 112.' }, goesOn: 'no' })
  expect(errors).toEqual({ 'answers.now': 'stopped' })
  expect((await read({ now: 'no' })).stopped).toBeUndefined()
})

test('a category without questions, or one that is none, has no answers and no errors', async () => {
  for (const name of ['other', 'murder', '', 'constructor'])
    expect(await readAnswers(name, { 'answers.now': 'yes' })).toEqual({
      answers: [],
      asked: [],
      errors: {},
      stopped: undefined,
    })
})

test('whatever is typed is either an answer or an error of its own field, never an exception', async () => {
  const property = fc.asyncProperty(anyText, anyText, anyText, async (seen, many, when) => {
    const { errors } = await read({ seen, many, when, why: many })
    expect(Object.keys(errors).every((field) => /^answers\.(seen|many|when|why)$/.test(field))).toBe(true)
  })
  await fc.assert(property, { numRuns: 60 })
})
