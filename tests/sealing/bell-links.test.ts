import { randomBytes, randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bellToken, readBellToken } from '#app/sealing/bell-links.ts'
import { anyText } from '../support/any-text.ts'

const key = randomBytes(32)

test('a link leads to its bell, whatever a mail program makes of its letters', () => {
  const id = randomUUID()
  const token = bellToken(key, id)
  expect(token).toMatch(/^[\da-z]{52}$/)
  expect(readBellToken(key, token)).toBe(id)
  expect(readBellToken(key, token.toUpperCase())).toBe(id)
})

test('a link that was altered in any place, made up or made by another is not ours', () => {
  const [one, other] = [randomUUID(), randomUUID()]
  const token = bellToken(key, one)
  expect(readBellToken(randomBytes(32), token)).toBeUndefined()
  expect(readBellToken(key, bellToken(key, other).slice(0, 32) + token.slice(32))).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(51), fc.constantFrom(...Array.from('0123456789abcdefghjkmnpqrstvwxyz')), (at, letter) => {
      const altered = token.slice(0, at) + letter + token.slice(at + 1)
      if (altered !== token) expect(readBellToken(key, altered)).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(anyText, (text) => {
      expect(readBellToken(key, text)).toBeUndefined()
    }),
  )
})
