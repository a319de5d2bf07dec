import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  decrypt,
  encrypt,
  newContentKey,
  newKeyPair,
  openWith,
  photoStep,
  publicHalf,
  sealTo,
} from '#app/sealing/envelopes.ts'

const place = 'tip 1 content'
const bytes = (text: string) => Buffer.from(text, 'utf8')

test('what is sealed to a public key opens with its secret half, and with no other', async () => {
  const [own, other] = [await newKeyPair(), await newKeyPair()]
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (content) => {
      const sealed = await sealTo(own.publicKey, content)
      expect(await openWith(own, sealed)).toEqual(Buffer.from(content))
      expect(await openWith(other, sealed)).toBeUndefined()
    }),
    { numRuns: 30 },
  )
})

test('the public half follows from the secret one', async () => {
  const pair = await newKeyPair()
  expect(Buffer.from(await publicHalf(pair.secretKey))).toEqual(Buffer.from(pair.publicKey))
})

test('what is encrypted opens with its key at its place only, whatever its length', async () => {
  const [key, other] = [await newContentKey(), await newContentKey()]
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (content) => {
      const sealed = await encrypt(key, content, { place })
      expect(await decrypt(key, sealed, { place })).toEqual(Buffer.from(content))
      expect(await decrypt(other, sealed, { place })).toBeUndefined()
      expect(await decrypt(key, sealed, { place: 'tip 2 content' })).toBeUndefined()
    }),
    { numRuns: 30 },
  )
})

test('one altered bit anywhere keeps it closed', async () => {
  const key = await newContentKey()
  const sealed = await encrypt(key, bytes('a grey car at the square'), { place })
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), fc.nat(7), async (at, bit) => {
      const altered = Buffer.from(sealed)
      altered[at]! ^= 1 << bit
      expect(await decrypt(key, altered, { place })).toBeUndefined()
    }),
    { numRuns: 50 },
  )
})

test('a short text and a longer one are as long when encrypted', async () => {
  const key = await newContentKey()
  const [short, longer] = [
    await encrypt(key, bytes('yes'), { place }),
    await encrypt(key, bytes('x'.repeat(1000)), { place }),
  ]
  expect(short.length).toBe(longer.length)
  const photo = await encrypt(key, bytes('small'), { place, step: photoStep })
  expect(photo.length).toBeGreaterThan(photoStep)
})

test('what is too short to be anything does not open', async () => {
  expect(await decrypt(await newContentKey(), bytes('no'), { place })).toBeUndefined()
  expect(await openWith(await newKeyPair(), bytes('no'))).toBeUndefined()
})
