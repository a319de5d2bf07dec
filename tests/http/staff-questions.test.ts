import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Category } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { questionsOf } from '#app/domain/submissions/questions.server.ts'
import type { FormParts } from '#app/ui/submit/form-parts.ts'
import type { ListedQuestion, QuestionFormParts, QuestionPreview } from '#app/ui/question-editor/form-parts.ts'
import * as submit from '#app/routes/$lang.submit.$kind.tsx'
import * as list from '#app/routes/staff.admin.questions._index.tsx'
import * as category from '#app/routes/staff.admin.questions.$category.tsx'
import * as add from '#app/routes/staff.admin.questions.$category_.new.tsx'
import * as change from '#app/routes/staff.admin.questions.$category_.$key.tsx'
import { get, post } from '../support/call-route.ts'
import { madeQuestion, newOption, withoutQuestions } from '../support/make-question.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'

const treatment: Category = 'treatment'
const at = '/staff/admin/questions/treatment'

let staff: Staff, cookie: string
beforeAll(async () => {
  staff = await makeStaff('coordinator')
  cookie = await cookieOf(staff)
})
beforeEach(async () => {
  await withoutQuestions(treatment)
  return () => withoutQuestions(treatment)
})

const params = { category: treatment }
const addTo = (fields: Record<string, string>, kind = 'choice') =>
  post(add, `${at}/new?kind=${kind}`, { params, cookie, fields })
const changeOf = (key: string, fields: Record<string, string>) =>
  post(change, `${at}/${key}`, { params: { ...params, key }, cookie, fields })
const formOf = async (key: string) => {
  const shown = await get(change, `${at}/${key}`, { params: { ...params, key }, cookie })
  return {
    status: shown.status,
    ...(shown.data as { seen: string; values: Record<string, string>; parts: QuestionFormParts }),
  }
}
const page = async (query = '') =>
  (await get(category, `${at}${query}`, { params, cookie })).data as {
    asked: ListedQuestion[]
    retired: ListedQuestion[]
    preview: QuestionPreview
    done: string | undefined
  }
const act = (fields: Record<string, string>) => post(category, at, { params, cookie, fields })
const choice = { 'label.sv': 'Hur blev du bemött?', 'options.0.label.sv': 'Bra', 'options.1.label.sv': 'Dåligt' }

test('a question is added, and the form asks it at once', async () => {
  const added = await addTo({ ...choice, 'options.1.stops.sv': 'Ring 112.', 'options.1.label.ar': 'بشكل سيئ' })
  expect([added.status, added.headers.get('Location')]).toEqual([303, `${at}?done=add#question-hur-blev-du-bemott`])
  const { data } = await get(submit, '/ar/submit/concern', { params: { lang: 'ar', kind: 'concern' } })
  const [asked] = (data as { parts: FormParts }).parts.questions[treatment]!
  // What has no Arabic is shown in Swedish, and says so.
  expect(asked!.label).toEqual({ text: 'Hur blev du bemött?', lang: 'sv' })
  expect(asked!.options[1]).toEqual({
    ...{ value: 'daligt', label: { text: 'بشكل سيئ', lang: 'ar' }, stops: { text: 'Ring 112.', lang: 'sv' } },
  })
  expect((await page('?done=add')).done).toBe('add')
})

test('what is wrong is told at the field, with everything that was typed', async () => {
  const fields = { ...choice, 'label.sv': '', 'label.en': 'How?', 'options.2.label.sv': 'bra' }
  const wrong = await addTo(fields)
  expect([wrong.status, wrong.data]).toEqual([
    422,
    { values: fields, errors: { 'label.sv': 'missing', 'options.2.label.sv': 'option-twice' } },
  ])
  expect(await questionsOf(treatment)).toEqual([])
})

test('more rows and another order of them come by a button, and nothing is kept before Save', async () => {
  const more = await addTo({ ...choice, go: 'more' })
  expect(more.status).toBe(200)
  expect(more.data).toMatchObject({ values: { ...choice, 'options.2.label.sv': '' } })
  const up = await addTo({ ...choice, 'options.1.stops.sv': 'Vänta.', go: 'up.1' })
  expect((up.data as { values: object }).values).toEqual({
    ...{ 'label.sv': 'Hur blev du bemött?', 'options.0.label.sv': 'Dåligt', 'options.1.label.sv': 'Bra' },
    'options.0.stops.sv': 'Vänta.',
  })
  expect(await questionsOf(treatment)).toEqual([])
})

test('a question is shown in its form as it is, and saved anew', async () => {
  const key = await madeQuestion(staff, treatment, {
    sv: 'Hur?',
    options: [newOption('Bra'), newOption('Illa', 'Ring.')],
  })
  const { seen, values } = await formOf(key)
  expect(values).toEqual({
    ...{ 'label.sv': 'Hur?', 'options.0.label.sv': 'Bra', 'options.0.value': 'bra' },
    ...{ 'options.1.label.sv': 'Illa', 'options.1.value': 'illa', 'options.1.stops.sv': 'Ring.' },
  })
  const saved = await changeOf(key, { ...values, seen, 'label.en': 'How?', 'options.1.stops.sv': '' })
  expect([saved.status, saved.headers.get('Location')]).toEqual([303, `${at}?done=change#question-${key}`])
  const [question] = await questionsOf(treatment)
  expect(question).toMatchObject({ label: { sv: 'Hur?', en: 'How?' } })
  expect(question!.options).toEqual([
    { value: 'bra', label: { sv: 'Bra' } },
    { value: 'illa', label: { sv: 'Illa' } },
  ])
  const late = await changeOf(key, { ...values, seen, 'label.sv': 'För sent?' })
  expect([late.status, late.data]).toMatchObject([
    409,
    { refused: 'changed-meanwhile', values: { 'label.sv': 'För sent?' } },
  ])
})

test('only the choices before a question are offered as what it may hang on', async () => {
  const first = await madeQuestion(staff, treatment, { sv: 'Ett?' })
  const second = await madeQuestion(staff, treatment, { sv: 'Två?', kind: 'text' })
  const third = await madeQuestion(staff, treatment, { sv: 'Tre?' })
  const offered = async (key: string) => (await formOf(key)).parts.conditions.map((one) => one.key)
  expect([await offered(first), await offered(second), await offered(third)]).toEqual([[], [first], [first]])
  const { seen, values } = await formOf(second)
  await changeOf(second, { ...values, seen, shownWhen: `${first}:ja` })
  expect((await page()).asked[1]!.shownWhen).toContain('Ett?')
})

test('a question is moved, retired and asked again from the list, and a refusal says why', async () => {
  const first = await madeQuestion(staff, treatment, { sv: 'Ett?' })
  const second = await madeQuestion(staff, treatment, {
    ...{ sv: 'Två?', kind: 'text' },
    shownWhen: { question: first, values: ['ja'] },
  })
  for (const [fields, refused] of [
    [{ verb: 'retire', key: first }, 'question-needed'],
    [{ verb: 'down', key: first, from: '0' }, 'question-order'],
    [{ verb: 'up', key: first, from: '1' }, 'changed-meanwhile'],
  ] as const) {
    const answer = await act(fields)
    expect([answer.status, answer.data]).toEqual([409, { refused }])
  }
  const done = async (fields: Record<string, string>) => (await act(fields)).headers.get('Location')
  expect(await done({ verb: 'retire', key: second })).toBe(`${at}?done=retire#question-${second}`)
  expect((await page()).retired.map(({ key }) => key)).toEqual([second])
  expect((await formOf(second)).status).toBe(404)
  expect(await done({ verb: 'bring-back', key: second })).toBe(`${at}?done=bring-back#question-${second}`)
  const third = await madeQuestion(staff, treatment, { sv: 'Tre?', kind: 'moment' })
  expect(await done({ verb: 'up', key: third, from: '2' })).toBe(`${at}?done=move#question-${third}`)
  expect((await page()).asked.map(({ key }) => key)).toEqual([first, third, second])
})

test('what is not there is not there', async () => {
  expect((await act({ verb: 'erase', key: 'x' })).status).toBe(404)
  expect((await act({ verb: 'retire', key: 'x' })).status).toBe(404)
  expect((await addTo(choice, 'poll')).status).toBe(404)
  expect((await get(category, at, { params: { category: 'weather' }, cookie })).status).toBe(404)
})

test('the list counts the questions of each category and names the languages that lack something', async () => {
  await addTo({ ...choice, 'label.en': 'How?', 'options.0.label.en': 'Well', 'options.1.label.en': 'Badly' })
  const { data } = await get(list, '/staff/admin/questions', { cookie })
  const told = (data as { categories: { category: Category; count: string; missing: string }[] }).categories
  expect(told.find((one) => one.category === treatment)).toMatchObject({
    ...{ count: '1 fråga', missing: 'العربية · Soomaali' },
  })
  expect(told.find((one) => one.category === 'lighting')).toMatchObject({ count: '3 frågor', missing: '' })
})

test('the preview speaks the chosen language and follows what is tried', async () => {
  const tried = async (query: string) => {
    const { preview } = (
      await get(category, `/staff/admin/questions/violence?${query}`, {
        ...{ params: { category: 'violence' }, cookie },
      })
    ).data as { preview: QuestionPreview }
    return preview
  }
  const stopped = await tried('in=ar&answers.ongoing=yes')
  expect([stopped.language, stopped.dir, stopped.errors]).toEqual(['ar', 'rtl', { 'answers.ongoing': 'stopped' }])
  expect(stopped.texts.questions!.day).toBe('اليوم')
  const over = await tried('in=ar&answers.ongoing=yes&go=over')
  expect([over.values, over.errors]).toEqual([{ 'answers.ongoing': 'no' }, {}])
  expect((await tried('in=xx')).language).toBe('sv')
})
