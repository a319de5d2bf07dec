import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formTokenAge, isFormToken, newFormToken } from '#app/sealing/form-tokens.ts'
import { anyText } from '../support/any-text.ts'

const key = randomBytes(32)
const day = 24 * 60 * 60 * 1000

test('a token of ours is good for seven days, and not before it was made', () => {
  const token = newFormToken(key, 0)
  expect(isFormToken(key, token, 0)).toBe(true)
  expect(isFormToken(key, token, 7 * day - 1)).toBe(true)
  expect(isFormToken(key, token, 7 * day)).toBe(false)
  expect(isFormToken(key, token, -day)).toBe(false)
})

test('a token that was altered, made up or signed by another is refused', () => {
  const token = newFormToken(key)
  expect(isFormToken(randomBytes(32), token)).toBe(false)
  expect(isFormToken(key, `${token}x`)).toBe(false)
  fc.assert(
    fc.property(anyText, (text) => {
      expect(isFormToken(key, text)).toBe(false)
    }),
  )
})

test('a token tells how long ago its form was shown', () => {
  expect(formTokenAge(newFormToken(key, 1000), 4000)).toBe(3000)
  expect(formTokenAge('made up')).toBeNaN()
})
