import { expect, test } from 'vitest'
import { categoryQuestionKinds } from '#db/schema/questions.ts'
import { languageTags } from '#app/i18n/languages.ts'
import { answersInWords } from '#app/http/tell-answers.server.ts'
import { allQuestions, questionsOf } from '#app/domain/submissions/questions.server.ts'
import { shownQuestions } from '#app/domain/submissions/shown-questions.ts'
import { questions as seeded } from '#db/seeds/reference/questions.ts'

const seeds = Object.values(seeded).flat()

test('the seed asks in every kind there is, and about the categories that need it', async () => {
  expect(new Set(seeds.map(({ kind }) => kind))).toEqual(new Set(categoryQuestionKinds))
  const asked = new Set((await allQuestions()).map(({ category }) => category))
  for (const category of Object.keys(seeded)) expect(asked).toContain(category)
})

test('every seeded text is in every language, and says nothing twice over', () => {
  const texts = seeds.flatMap(({ label, hint, options = [] }) => [
    label,
    ...(hint ? [hint] : []),
    ...options.flatMap(({ label: option, stops }) => (stops ? [option, stops] : [option])),
  ])
  for (const text of texts) for (const tag of languageTags) expect(text[tag]?.trim(), JSON.stringify(text)).toBeTruthy()
})

test('a seeded question hangs only on one that comes before it, by answers that this has', () => {
  for (const questions of Object.values(seeded)) {
    for (const [index, { key, shownWhen }] of questions.entries()) {
      const before = questions.slice(0, index)
      expect(before.some((one) => one.key === key)).toBe(false)
      if (!shownWhen) continue
      const earlier = before.find((one) => one.key === shownWhen.question)
      expect(earlier?.options?.map(({ value }) => value)).toEqual(expect.arrayContaining(shownWhen.values))
    }
  }
})

test('violence and fires that are going on are stopped with the advice to call 112', async () => {
  for (const category of ['violence', 'fires'] as const) {
    const [first] = await questionsOf(category)
    const stops = first!.options.find(({ value }) => value === 'yes')?.stops
    expect(stops?.sv).toContain('112')
    expect(stops?.ar).toContain('112')
  }
})

test('social services come first where a child is at risk', async () => {
  const [first] = await questionsOf('youths-at-risk')
  expect(first).toMatchObject({ kind: 'notice' })
  expect(first!.label.sv).toContain('031-365 00 00')
})

test('what hangs on an answer is shown with it and gone without it', async () => {
  const questions = await questionsOf('lighting')
  const shown = (fault: string) =>
    shownQuestions(questions, (key) => (key === 'fault' ? [fault] : [])).map(({ key }) => key)
  expect(shown('several')).toEqual(['fault', 'lamps', 'pole'])
  expect(shown('one')).toEqual(['fault', 'pole'])
  expect(shown('none')).toEqual(['fault'])
})

test('answers are told in the words of the language: options, numbers, days and what she wrote herself', async () => {
  const told = async (language: 'sv' | 'ar') => [
    ...(await answersInWords(language, 'vehicles', [
      { question: 'plate', values: ['ABC 123'] },
      { question: 'weeks', values: ['1500'] },
      { question: 'state', values: ['burnt', 'broken'] },
      { question: 'gone', values: ['x'] },
    ])),
    ...(await answersInWords(language, 'fires', [{ question: 'when', values: ['2026-11-22 21:30'] }])),
  ]
  expect((await told('sv')).map(({ answer }) => answer)).toEqual([
    { lang: 'sv', text: 'Utbränt\nTrasiga rutor eller hjul' },
    { lang: 'sv', text: '1\u00a0500' },
    { lang: '', text: 'ABC 123' },
    { lang: 'sv', text: '22 november 2026 21:30' },
  ])
  expect((await told('ar'))[0]!.question).toEqual({ lang: 'ar', text: 'كيف حال المركبة؟' })
  expect((await told('ar'))[3]!.answer.text).toContain('2026')
})
