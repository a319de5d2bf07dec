import { expect, test } from 'vitest'
import { signUpInput } from '#app/domain/dialogues/input.server.ts'

const questions = [
  { id: 'q1', label: { sv: 'Vad?' }, kind: 'choice' as const, options: [{ sv: 'Ja' }, { sv: 'Nej' }], required: true },
  { id: 'q2', label: { sv: 'Mer?' }, kind: 'text' as const, options: [], required: false },
]
const schema = signUpInput({ largestParty: 4, questions, languages: ['sv', 'ar'], language: 'sv' })
const filled = { name: 'Amina', partySize: '2', formToken: 'x', 'answers.q1': 'Ja' }

function errorsOf(said: Record<string, string | undefined>) {
  const parsed = schema.safeParse({ ...filled, ...said })
  return Object.fromEntries((parsed.error?.issues ?? []).map((issue) => [issue.path.join('.'), issue.message]))
}

test('a sign-up needs a name, a number and the answers that are asked for, nothing more', () => {
  expect(schema.parse(filled)).toEqual({
    ...{ name: 'Amina', email: undefined, partySize: 2, language: 'sv', needs: '', formToken: 'x' },
    answers: { q1: 'Ja' },
  })
  expect(errorsOf({ name: ' ', partySize: '', 'answers.q1': undefined })).toEqual({
    name: 'missing',
    partySize: 'not-a-number',
    'answers.q1': 'missing',
  })
})

test('a name of three hundred characters gets an error of its own', () => {
  expect(errorsOf({ name: 'å'.repeat(300) })).toEqual({ name: 'name-too-long' })
  expect(errorsOf({ name: 'å'.repeat(100) })).toEqual({})
})

test('each field that is wrong is told, each with its own code', () => {
  expect(
    errorsOf({ email: 'nope', partySize: '5', language: 'xx', needs: 'x'.repeat(501), 'answers.q1': 'Kanske' }),
  ).toEqual({
    email: 'not-an-address',
    partySize: 'party-too-big',
    language: 'not-valid',
    needs: 'too-long',
    'answers.q1': 'not-valid',
  })
  for (const partySize of ['0', '-1', '1.5', 'två', '1e9', 'NaN'])
    expect(errorsOf({ partySize })).toHaveProperty('partySize')
})

test('a name stays on one line without direction overrides, and emoji and script are kept as text', () => {
  const name = (text: string) => schema.parse({ ...filled, name: text }).name
  expect(name('Amina\r\nBcc: x@example.com')).toBe('Amina Bcc: x@example.com')
  expect(name('\u202eAmina\u2069')).toBe('Amina')
  expect(name('<b>Åsa</b> 🎈')).toBe('<b>Åsa</b> 🎈')
  expect(name('أمينة')).toBe('أمينة')
})

test('answers to questions of another dialogue are left out', () => {
  expect(schema.parse({ ...filled, 'answers.other': 'x', 'answers.__proto__': 'y' }).answers).toEqual({ q1: 'Ja' })
})
