import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { proofLine, readProof } from '#app/sealing/receipt-proofs.ts'
import { anyText } from '../support/any-text.ts'

const key = randomBytes(32)
const proof = {
  ref: '7KQ4-2M9P',
  receivedAt: new Date('2026-11-23T09:15:30.123Z'),
  fingerprint: createHash('sha256').update('x').digest('hex'),
}
const line = proofLine(key, proof)
const read = { ...proof, receivedAt: new Date('2026-11-23T09:15:30Z') }

test('a line says what it proves and is read back as genuine', () => {
  expect(line).toMatch(/^NORDOST 7KQ4-2M9P 2026-11-23T09:15:30Z [\da-f]{64} [\dA-Z]{20}$/)
  expect(readProof(key, line)).toEqual({ ...read, genuine: true })
})

test('paper and mail may break the line anywhere, turn its letters and add marks of direction', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(line.length), fc.constantFrom('\n', ' ', '\r\n', '\u200f', '\u2069'))),
      (breaks) => {
        let shown = line.toLowerCase()
        for (const [at, sign] of breaks.slice(0, 60)) shown = shown.slice(0, at) + sign + shown.slice(at)
        expect(readProof(key, shown)).toEqual({ ...read, genuine: true })
      },
    ),
  )
})

test('a line with one sign changed is never genuine, nor one by another key', () => {
  expect(readProof(randomBytes(32), line)?.genuine).toBe(false)
  fc.assert(
    fc.property(fc.nat(line.length - 1), fc.constantFrom(...Array.from('0123456789ABCDEFXZ')), (at, sign) => {
      const altered = line.slice(0, at) + sign + line.slice(at + 1)
      if (altered.toUpperCase() !== line.toUpperCase()) expect(readProof(key, altered)?.genuine ?? false).toBe(false)
    }),
  )
})

test('any other text is no line, and nothing breaks', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(readProof(key, text)).toBeUndefined()
    }),
  )
})
