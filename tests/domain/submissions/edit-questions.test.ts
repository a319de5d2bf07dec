import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import type { Role } from '#db/schema/staff.ts'
import { as } from '#db/client.server.ts'
import type { Category } from '#db/schema/submissions.ts'
import { categoryQuestions } from '#db/schema/questions.ts'
import { seedReference } from '#db/seeds/seed-reference.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addQuestion } from '#app/domain/submissions/add-question.server.ts'
import { bringBackQuestion } from '#app/domain/submissions/bring-back-question.server.ts'
import { changeQuestion, markOfQuestion } from '#app/domain/submissions/change-question.server.ts'
import { moveQuestion } from '#app/domain/submissions/move-question.server.ts'
import { everAsked, questionsForStaff, questionsOf } from '#app/domain/submissions/questions.server.ts'
import type { QuestionInput } from '#app/domain/submissions/question-input.server.ts'
import { readAnswers } from '#app/domain/submissions/read-answers.server.ts'
import { retireQuestion } from '#app/domain/submissions/retire-question.server.ts'
import { answersInWords } from '#app/http/tell-answers.server.ts'
import { formQuestions } from '#app/http/form-questions.server.ts'
import {
  auditOfQuestion,
  madeQuestion,
  newOption,
  saidQuestion,
  withoutQuestions,
} from '../../support/make-question.ts'
import { makeStaff } from '../../support/make-staff.ts'

const category: Category = 'meeting-places'
const at = (key: string) => ({ category, key })
const keys = async () => (await questionsOf(category)).map(({ key }) => key)

let staff: Staff
beforeEach(async () => {
  staff ??= await makeStaff('coordinator')
  await withoutQuestions(category)
  return () => withoutQuestions(category)
})

/** Changes what is said and keeps the rest, as the form does that shows what is there. */
async function changed(key: string, said: Partial<QuestionInput>) {
  const question = (await questionsForStaff(staff, category)).find((one) => one.key === key)!
  const { kind, label, hint, options, shownWhen } = question
  return changeQuestion(staff, at(key), {
    ...{ kind, label, hint, options, shownWhen, seen: markOfQuestion(question) },
    ...said,
  })
}

/** A choice, and a text that is asked only after "Ja". */
async function withFollowUp() {
  const asked = await madeQuestion(staff, category, { sv: 'Är det öppet?' })
  const after = await madeQuestion(staff, category, {
    ...{ sv: 'Vilka tider?', kind: 'text' },
    shownWhen: { question: asked, values: ['ja'] },
  })
  return { asked, after }
}

test('a new question comes last and is asked at once, with a name made from the Swedish text', async () => {
  const first = await madeQuestion(staff, category, { sv: 'Är det öppet på kvällen?' })
  const options = [newOption('Å ja'), newOption('Åja'), newOption('؟')]
  const second = await madeQuestion(staff, category, { sv: 'Är det öppet, på kvällen', options })
  expect([first, second]).toEqual(['ar-det-oppet-pa-kvallen', 'ar-det-oppet-pa-kvallen-2'])
  const [, shown] = (await formQuestions('sv'))[category]!
  expect(shown!.options.map(({ value }) => value)).toEqual(['a-ja', 'aja', 'x'])
  expect(await auditOfQuestion(category, first)).toEqual([`question-added ${staff.id}`])
})

test('no question is called as the address of the form for a new one', async () => {
  expect(await madeQuestion(staff, category, { sv: 'New' })).toBe('new-2')
})

test('two that add the same question at once add it once', async () => {
  const both = await Promise.all([1, 2].map(() => addQuestion(staff, category, saidQuestion({ sv: 'Dubbelt?' }))))
  expect(both.map((one) => ('refused' in one ? one.refused : one.added)).sort()).toEqual(['dubbelt', 'question-twice'])
})

test('there is a limit to how much is asked', async () => {
  for (let number = 1; number <= 15; number++)
    await madeQuestion(staff, category, { sv: `Fråga ${number}`, kind: 'text' })
  const more = await addQuestion(staff, category, saidQuestion({ sv: 'En till' }))
  expect(more).toEqual({ refused: 'too-many-questions' })
  await retireQuestion(staff, at('fraga-1'))
  await madeQuestion(staff, category, { sv: 'En till' })
  expect(await bringBackQuestion(staff, at('fraga-1'))).toEqual({ refused: 'too-many-questions' })
})

test('a condition names an earlier choice that is asked, and answers that it offers', async () => {
  const { asked, after } = await withFollowUp()
  const tried = [
    { question: 'gone', values: ['ja'] },
    { question: after, values: ['ja'] },
    { question: asked, values: ['kanske'] },
    { question: asked, values: [] },
  ]
  for (const shownWhen of tried) {
    const result = await addQuestion(staff, category, saidQuestion({ sv: 'Ny', shownWhen }))
    expect(result, JSON.stringify(shownWhen)).toEqual({ refused: 'condition-gone' })
  }
  expect(await changed(asked, { shownWhen: { question: asked, values: ['ja'] } })).toEqual({
    refused: 'condition-gone',
  })
})

test('a question is worded anew, and keeps its key, its kind and what its options are called', async () => {
  const key = await madeQuestion(staff, category, { sv: 'Hur är det?' })
  const { options } = (await questionsOf(category))[0]!
  const result = await changed(key, {
    kind: 'text',
    label: { sv: 'Hur var det?', ar: 'كيف كان؟' },
    hint: { sv: 'Kort.' },
    options: [newOption('Vet inte'), ...options.map(({ value }) => ({ value, label: { sv: value.toUpperCase() } }))],
  })
  expect(result).toEqual({ changed: true })
  const [question] = await questionsOf(category)
  expect(question).toMatchObject({ key, kind: 'choice', label: { sv: 'Hur var det?', ar: 'كيف كان؟' } })
  expect(question!.options.map(({ value, label }) => `${value}: ${label.sv}`)).toEqual([
    'vet-inte: Vet inte',
    'ja: JA',
    'nej: NEJ',
  ])
  expect(await auditOfQuestion(category, key)).toEqual([`question-added ${staff.id}`, `question-changed ${staff.id}`])
})

test('an option that is left out stays, and a value from elsewhere is not taken', async () => {
  const key = await madeQuestion(staff, category, { sv: 'Hur är det?' })
  await changed(key, {
    options: [
      { value: 'nej', label: { sv: 'Nej' } },
      { value: 'a,b', label: { sv: 'Annat' } },
    ],
  })
  const [question] = await questionsOf(category)
  expect(question!.options.map(({ value }) => value)).toEqual(['nej', 'annat', 'ja'])
})

test('who changes what somebody else has changed is told', async () => {
  const key = await madeQuestion(staff, category, { sv: 'Hur är det?' })
  const [before] = await questionsForStaff(staff, category)
  await changed(key, { label: { sv: 'Hur var det?' } })
  const late = saidQuestion({ sv: 'Hur blir det?', seen: markOfQuestion(before!) })
  expect(await changeQuestion(staff, at(key), late)).toEqual({ refused: 'changed-meanwhile' })
  expect(await changeQuestion(staff, at('gone'), late)).toEqual({ refused: 'not-found' })
})

test('no two questions are worded alike', async () => {
  const key = await madeQuestion(staff, category, { sv: 'Ett' })
  await madeQuestion(staff, category, { sv: 'Två' })
  expect(await changed(key, { label: { sv: 'Två' } })).toEqual({ refused: 'question-twice' })
})

test('an option that is withdrawn is offered no longer, and stays to be read and to be sent by who has chosen it', async () => {
  const key = await madeQuestion(staff, category, {
    sv: 'Hur?',
    options: [newOption('Ja', 'Ring 112.'), ...['Nej', 'Vet ej'].map((sv) => newOption(sv))],
  })
  const { options } = (await questionsOf(category))[0]!
  await changed(key, {
    options: options.map((option) => (option.value === 'ja' ? { ...option, withdrawn: true } : option)),
  })

  const [shown] = (await formQuestions('sv'))[category]!
  expect(shown!.options.map(({ value }) => value)).toEqual(['nej', 'vet-ej'])
  const read = await readAnswers(category, { [`answers.${key}`]: 'ja' })
  expect(read).toMatchObject({ answers: [{ question: key, values: ['ja'] }], errors: {}, stopped: undefined })
  const [told] = await answersInWords('sv', category, read.answers)
  expect(told!.answer.text).toBe('Ja')
})

test('one of several answers stops the form, and when it is over the others stay', async () => {
  const options = [newOption('Skott', 'Ring 112.'), newOption('Bråk'), newOption('Buller')]
  const key = await madeQuestion(staff, category, { sv: 'Vad händer?', kind: 'choices', options })
  const { stopped } = await readAnswers(category, { [`answers.${key}`]: 'skott,buller' })
  expect(stopped).toEqual({ question: key, advice: { sv: 'Ring 112.' }, goesOn: 'buller' })
})

test('an option on which another question hangs is not withdrawn', async () => {
  const { asked } = await withFollowUp()
  const options = [
    { value: 'ja', label: { sv: 'Ja' }, withdrawn: true as const },
    newOption('Nej då'),
    newOption('Vet ej'),
  ]
  expect(await changed(asked, { options })).toEqual({ refused: 'option-needed' })
})

test('a question is moved up and down, past those that are no longer asked', async () => {
  for (const sv of ['a', 'b', 'c']) await madeQuestion(staff, category, { sv })
  await retireQuestion(staff, at('b'))
  expect(await moveQuestion(staff, at('c'), { from: 1, by: -1 })).toEqual({ moved: 0 })
  expect(await keys()).toEqual(['c', 'a'])
  expect(await moveQuestion(staff, at('c'), { from: 1, by: -1 })).toEqual({ refused: 'changed-meanwhile' })
  expect(await moveQuestion(staff, at('c'), { from: 0, by: -1 })).toEqual({ refused: 'changed-meanwhile' })
  expect(await moveQuestion(staff, at('b'), { from: 0, by: 1 })).toEqual({ refused: 'not-found' })
  expect(await moveQuestion(staff, at('c'), { from: 0, by: 1 })).toEqual({ moved: 1 })
  expect(await keys()).toEqual(['a', 'c'])
  expect((await auditOfQuestion(category, 'c')).slice(1)).toEqual([1, 2].map(() => `question-moved ${staff.id}`))
})

test('a question never comes before the one it hangs on', async () => {
  const { asked, after } = await withFollowUp()
  expect(await moveQuestion(staff, at(after), { from: 1, by: -1 })).toEqual({ refused: 'question-order' })
  expect(await moveQuestion(staff, at(asked), { from: 0, by: 1 })).toEqual({ refused: 'question-order' })
  expect(await keys()).toEqual([asked, after])
})

test('a question is asked no longer, what was answered to it is still read, and it is asked again where it stood', async () => {
  for (const sv of ['första', 'b']) await madeQuestion(staff, category, { sv })
  expect(await retireQuestion(staff, at('forsta'))).toEqual({ retired: true })
  expect(await retireQuestion(staff, at('forsta'))).toEqual({ refused: 'not-found' })
  expect(await keys()).toEqual(['b'])
  expect((await everAsked(category)).map(({ key }) => key)).toEqual(['forsta', 'b'])
  expect(await bringBackQuestion(staff, at('forsta'))).toEqual({ broughtBack: true })
  expect(await bringBackQuestion(staff, at('forsta'))).toEqual({ refused: 'not-found' })
  expect(await keys()).toEqual(['forsta', 'b'])
  expect((await auditOfQuestion(category, 'forsta')).slice(1)).toEqual([
    `question-retired ${staff.id}`,
    `question-brought-back ${staff.id}`,
  ])
})

test('a question that another hangs on is not retired, and what hangs on nothing is not asked again', async () => {
  const { asked, after } = await withFollowUp()
  expect(await retireQuestion(staff, at(asked))).toEqual({ refused: 'question-needed' })
  await retireQuestion(staff, at(after))
  await retireQuestion(staff, at(asked))
  expect(await bringBackQuestion(staff, at(after))).toEqual({ refused: 'condition-gone' })
  await bringBackQuestion(staff, at(asked))
  expect(await bringBackQuestion(staff, at(after))).toEqual({ broughtBack: true })
})

test('what was asked anew in the meantime is not asked twice', async () => {
  await madeQuestion(staff, category, { sv: 'a' })
  await retireQuestion(staff, at('a'))
  await madeQuestion(staff, category, { sv: 'a' })
  expect(await bringBackQuestion(staff, at('a'))).toEqual({ refused: 'question-twice' })
})

test.each<Role>(['admin', 'officer', 'registrar', 'partner', 'organiser', 'analyst'])(
  'a question is not changed in any way by: %s',
  async (role) => {
    const other = await makeStaff(role)
    const key = await madeQuestion(staff, category, { sv: 'Hur är det?' })
    const said = saidQuestion({ sv: 'Ny' })
    await expect(addQuestion(other, category, said)).rejects.toThrow('may not')
    await expect(changeQuestion(other, at(key), said)).rejects.toThrow('may not')
    await expect(moveQuestion(other, at(key), { from: 0, by: 1 })).rejects.toThrow('may not')
    await expect(retireQuestion(other, at(key))).rejects.toThrow('may not')
    await expect(bringBackQuestion(other, at(key))).rejects.toThrow('may not')
  },
)

test('starting the portal again keeps what staff have changed, moved and retired', async () => {
  const before = await questionsForStaff(staff, 'litter')
  const [first, second] = before
  await changeQuestion(
    staff,
    { category: 'litter', key: first!.key },
    { ...first!, label: { sv: 'Vad är det för skräp?' }, seen: markOfQuestion(first!) },
  )
  await retireQuestion(staff, { category: 'litter', key: second!.key })
  await moveQuestion(staff, { category: 'litter', key: 'since' }, { from: 1, by: -1 })
  const after = await questionsForStaff(staff, 'litter')
  await seedReference()
  expect(await questionsForStaff(staff, 'litter')).toEqual(after)

  await withoutQuestions('litter')
  await seedReference()
  expect((await questionsOf('litter')).map(({ key }) => key)).toEqual(before.map(({ key }) => key))
})

test('a question that comes with a new version of the portal is put after those of the staff', async () => {
  const [row] = await questionsForStaff(staff, 'litter')
  await as({ as: 'seed' }, async (tx) => {
    await tx.delete(categoryQuestions).where(eq(categoryQuestions.category, 'litter'))
    const own = { category: 'litter', key: 'own', position: 7, kind: 'text', label: { sv: 'Egen' } } as const
    await tx.insert(categoryQuestions).values(own)
  })
  await seedReference()
  const there = await questionsOf('litter')
  await withoutQuestions('litter')
  await seedReference()
  expect(there.slice(0, 2).map(({ key }) => key)).toEqual(['own', row!.key])
})
