import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { fingerprintOf, type Received } from '#app/domain/submissions/fingerprint.ts'

const key = randomBytes(32)
const received: Received = {
  ...{ ref: '7KQ4-2M9P', kind: 'concern', category: 'lighting', body: 'Mörkt.', areaCode: '606', lat: null, lon: null },
  ...{ place: null, placeNote: '', answers: [], photos: [] },
}

test('the same, received under the same reference, has the same fingerprint', () => {
  expect(fingerprintOf(key, received)).toMatch(/^[\da-f]{64}$/)
  expect(fingerprintOf(Buffer.from(key), structuredClone(received))).toBe(fingerprintOf(key, received))
})

test('another key gives another fingerprint, so that nobody else can try out what a short text was', () => {
  expect(fingerprintOf(randomBytes(32), received)).not.toBe(fingerprintOf(key, received))
})

test.each<Partial<Received>>([
  { ref: '7KQ4-2M9Q' },
  { kind: 'idea' },
  { category: 'litter' },
  { body: 'Mörkt!' },
  { areaCode: '607' },
  { lat: 57.7812, lon: 12.0331 },
  { place: 'hammarkullen-torg' },
  { placeNote: 'Vid trappan' },
  { answers: [{ question: 'when', values: ['evening'] }] },
  { photos: ['a'.repeat(64)] },
])('whatever differs shows: %o', (change) => {
  expect(fingerprintOf(key, { ...received, ...change })).not.toBe(fingerprintOf(key, received))
})
