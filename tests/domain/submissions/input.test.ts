import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeText, submitInput } from '#app/domain/submissions/input.server.ts'
import { bodyLimit, placeNoteLimit } from '#app/domain/submissions/limits.ts'
import { anyText } from '../../support/any-text.ts'

const filledIn = { kind: 'idea', category: 'upkeep', body: 'Sätt upp bänkar.', areaCode: '606', language: 'sv' }

/** The code of what is wrong with a field, or undefined when the form is right. */
const wrongWith = (name: string, value: string | undefined): string | undefined => {
  const { error } = submitInput.safeParse({ ...filledIn, [name]: value })
  return error?.issues.find((issue) => issue.path[0] === name)?.message
}

test.each([
  ['body', undefined, 'missing'],
  ['body', '', 'missing'],
  ['body', ' \n\t ', 'missing'],
  ['body', '\u202e\u2066', 'missing'],
  ['body', 'a'.repeat(bodyLimit), undefined],
  ['body', 'a'.repeat(bodyLimit + 1), 'too-long'],
  ['category', undefined, 'category-missing'],
  ['category', 'constructor', 'category-missing'],
  ['lat', 'north', 'not-a-number'],
  ['lat', '1e9', 'not-a-number'],
  ['lat', 'NaN', 'not-a-number'],
  ['lon', 'Infinity', 'not-a-number'],
  ['lon', '', undefined],
  ['place', 'x'.repeat(101), 'unknown-place'],
  ['areaCode', '<script>alert(1)</script>', 'unknown-place'],
  ['placeNote', 'ö'.repeat(placeNoteLimit), undefined],
  ['placeNote', 'ö'.repeat(placeNoteLimit + 1), 'too-long'],
  ['contactEmail', '', undefined],
  ['contactEmail', 'leyla@example.org', undefined],
  ['contactEmail', 'leyla', 'not-an-address'],
  ['contactEmail', '<script>@example.org', 'not-an-address'],
  ['contactEmail', `leyla@${'a'.repeat(260)}.org`, 'too-long'],
])('%s as %j: %s', (name, value, code) => {
  expect(wrongWith(name, value)).toBe(code)
})

test('a text of just the limit passes however its lines end', () => {
  const lines = 'rad\n'.repeat(1249) + 'rad!'
  expect(lines).toHaveLength(bodyLimit)
  expect(wrongWith('body', lines.replaceAll('\n', '\r\n'))).toBeUndefined()
})

test('no text comes through with a control character or one that overrides direction', () => {
  const text = freeText(1000)
  fc.assert(
    fc.property(anyText, (typed) => {
      // eslint-disable-next-line no-control-regex
      expect(text.parse(typed)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f\u202a-\u202e\u2066-\u2069]/)
    }),
  )
})
