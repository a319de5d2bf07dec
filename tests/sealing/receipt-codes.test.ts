import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crockford, readCrockford } from '#app/sealing/crockford.ts'
import { codePublicKey, newRef, readReceiptCode, receiptCode } from '#app/sealing/receipts.ts'
import { anyText } from '../support/any-text.ts'

const key = randomBytes(32)
const aCode = fc.string({ minLength: 1 }).map((formToken) => receiptCode(key, formToken))

/** The ways people type a character of a code: either case, look-alikes, digits of their own script. */
const waysToType = (character: string): string[] => {
  const digit = Number(character)
  const digits = /\d/.test(character)
    ? [0x0660, 0x06f0, 0xff10].map((zero) => String.fromCodePoint(zero + digit))
    : [character.toLowerCase(), String.fromCodePoint(character.codePointAt(0)! + 0xfee0)]
  const alike = { 0: ['O', 'o'], 1: ['I', 'i', 'L', 'l'] }[character] ?? []
  return [character, ...digits, ...alike]
}

/** What people put between characters, and what comes along when a text is copied. */
const between = ['', '', '', ' ', '-', '–', '\u00a0', '\u200e', '\u2066', '\n']

const codeAsTyped = aCode.chain((code) =>
  fc
    .tuple(
      ...[...code.replaceAll('-', '')].map((character) =>
        fc.tuple(fc.constantFrom(...waysToType(character)), fc.constantFrom(...between)),
      ),
    )
    .map((characters) => ({ code, typed: characters.flat().join('') })),
)

test('a code is five groups of four, without the letters that look like digits', () => {
  fc.assert(
    fc.property(aCode, (code) => {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/)
      expect(readReceiptCode(code)).toBe(code)
    }),
  )
})

test('a code is understood in whatever way it is typed: case, spaces, dashes, O for 0, I and L for 1, Arabic digits', () => {
  fc.assert(
    fc.property(codeAsTyped, ({ code, typed }) => {
      expect(readReceiptCode(typed)).toBe(code)
    }),
  )
})

test('a character too few or too many is no code', () => {
  fc.assert(
    fc.property(aCode, fc.nat(23), (code, at) => {
      const cut = code.slice(0, at) + code.slice(at + 1)
      if (code[at] !== '-') expect(readReceiptCode(cut)).toBeUndefined()
      expect(readReceiptCode(`${code}7`)).toBeUndefined()
    }),
  )
})

test('whatever is typed is either a code in its one form or no code, and nothing breaks', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const code = readReceiptCode(text)
      expect(code && readReceiptCode(code)).toBe(code)
    }),
  )
})

test('a code copied out of a page that runs from right to left still opens, with all the marks that came along', () => {
  fc.assert(
    fc.property(aCode, (code) => {
      for (const shown of [`\u2068${code}\u2069`, `\u200f${code}\u200f`, `\u061c ${code}\u00a0`, `\ufeff${code}\n`])
        expect(readReceiptCode(shown)).toBe(code)
    }),
  )
})

test('a slip of one character, or any other text, never opens the code of somebody else', () => {
  const alike = (character: string) => character.replace(/[IL]/, '1').replace('O', '0')
  fc.assert(
    fc.property(
      aCode,
      fc.nat(23),
      fc.constantFrom(...Array.from('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')),
      (code, at, typed) => {
        if (code[at] === '-' || alike(typed) === code[at]) return
        expect(readReceiptCode(code.slice(0, at) + typed + code.slice(at + 1))).not.toBe(code)
      },
    ),
  )
  fc.assert(
    fc.property(aCode, anyText, (code, text) => {
      expect(readReceiptCode(text)).not.toBe(code)
    }),
  )
})

test('the same form gives the same code, another form another', async () => {
  expect(receiptCode(key, 'one')).toBe(receiptCode(key, 'one'))
  expect(receiptCode(key, 'one')).not.toBe(receiptCode(key, 'two'))
  expect(receiptCode(key, 'one')).not.toBe(receiptCode(randomBytes(32), 'one'))
  expect(await codePublicKey(receiptCode(key, 'one'))).toBe(await codePublicKey(receiptCode(key, 'one')))
})

test('bytes written as base32 are read back as they were written', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 5, maxLength: 40 }), (bytes) => {
      const length = Math.floor((bytes.length * 8) / 5)
      const text = crockford(bytes, length)
      expect(text).toHaveLength(length)
      expect(readCrockford(text, length)).toBe(text)
    }),
  )
})

test('a public reference has the same shape for every kind and does not run in sequence', () => {
  const refs = Array.from({ length: 200 }, newRef)
  for (const ref of refs) expect(ref).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(new Set(refs).size).toBe(refs.length)
  expect(refs).not.toEqual(refs.toSorted())
})
