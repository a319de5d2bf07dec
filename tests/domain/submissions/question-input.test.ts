import { expect, test } from 'vitest'
import { checkForm } from '#app/http/forms.server.ts'
import { questionInput } from '#app/domain/submissions/question-input.server.ts'
import type { CategoryQuestionKind } from '#db/schema/questions.ts'

const tags = ['sv', 'en', 'ar']
const read = (kind: CategoryQuestionKind, fields: Record<string, string>) =>
  checkForm(fields, questionInput(kind, tags))
const choice = { 'label.sv': 'Hur?', 'options.0.label.sv': 'Ja', 'options.1.label.sv': 'Nej' }

test('a question is worded in Swedish, and may be in other languages', () => {
  expect(read('text', { 'label.sv': ' Hur? ', 'label.ar': 'كيف؟', 'label.en': ' ', 'hint.sv': '' }).input).toEqual({
    ...{ kind: 'text', label: { sv: 'Hur?', ar: 'كيف؟' }, hint: null, options: [], shownWhen: null, seen: '' },
  })
  expect(read('text', { 'label.ar': 'كيف؟' }).errors).toEqual({ 'label.sv': 'missing' })
  expect(read('text', { 'label.sv': 'Hur?', 'hint.en': 'So' }).errors).toEqual({ 'hint.sv': 'missing' })
})

test('every text has its limit', () => {
  const long = { 'label.sv': 'å'.repeat(301), 'label.en': 'a'.repeat(301), 'hint.sv': 'a'.repeat(301) }
  expect(read('text', long).errors).toEqual({ 'label.sv': 'too-long', 'label.en': 'too-long', 'hint.sv': 'too-long' })
  const rows = { ...choice, 'options.0.label.sv': 'a'.repeat(101), 'options.1.stops.sv': 'a'.repeat(501) }
  expect(read('choice', rows).errors).toMatchObject({
    'options.0.label.sv': 'too-long',
    'options.1.stops.sv': 'too-long',
  })
})

test('a choice has at least two options that are offered, and rows left empty are none', () => {
  expect(
    read('choice', { ...choice, 'options.2.label.sv': ' ', 'options.7.label.sv': 'Vet ej' }).input?.options,
  ).toEqual(['Ja', 'Nej', 'Vet ej'].map((sv) => ({ value: undefined, label: { sv } })))
  const withdrawn = { 'options.0.value': 'ja', 'options.0.withdrawn': 'yes' }
  expect(read('choices', { ...choice, ...withdrawn }).errors).toEqual({ options: 'two-options' })
  expect(read('choice', { 'label.sv': 'Hur?' }).errors).toEqual({ options: 'two-options' })
})

test('an option that is there already cannot be emptied', () => {
  const emptied = { ...choice, 'options.2.value': 'vet-ej', 'options.2.label.sv': '' }
  expect(read('choice', emptied).errors).toEqual({ 'options.2.label.sv': 'missing' })
})

test('no option stands twice in any language', () => {
  expect(read('choice', { ...choice, 'options.2.label.sv': 'ja ' }).errors).toEqual({
    'options.2.label.sv': 'option-twice',
  })
  const alike = { 'options.0.label.en': 'Yes', 'options.1.label.en': 'Yes' }
  expect(read('choice', { ...choice, ...alike }).errors).toEqual({ 'options.1.label.en': 'option-twice' })
})

test('not every answer stops the form', () => {
  const one = { ...choice, 'options.0.stops.sv': 'Ring 112.' }
  expect(read('choice', one).input?.options[0]).toMatchObject({ stops: { sv: 'Ring 112.' } })
  expect(read('choice', { ...one, 'options.1.stops.sv': 'Ring 114 14.' }).errors).toEqual({ options: 'all-stop' })
})

test('there are at most fifteen options', () => {
  const rows = Object.fromEntries(Array.from({ length: 16 }, (_, row) => [`options.${row}.label.sv`, `Svar ${row}`]))
  expect(read('choice', { 'label.sv': 'Hur?', ...rows }).errors).toEqual({ options: 'too-many-options' })
})

test('a question hangs on answers to one other question', () => {
  expect(read('text', { 'label.sv': 'Hur?', shownWhen: 'a:ja,a:nej' }).input?.shownWhen).toEqual({
    ...{ question: 'a', values: ['ja', 'nej'] },
  })
  expect(read('text', { 'label.sv': 'Hur?', shownWhen: 'a:ja,b:ja' }).errors).toEqual({ shownWhen: 'one-condition' })
})

test('only a choice has options, and a notice no explanation', () => {
  expect(read('number', choice).input?.options).toEqual([])
  expect(read('notice', { ...choice, 'hint.sv': 'Så' }).input).toMatchObject({ options: [], hint: null })
})
