import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isShare, joinShares, splitSecret } from '#app/sealing/recovery-shares.ts'

test('any two of three paper shares open the secret, in any order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 32, maxLength: 32 }), async (secret) => {
      const [a, b, c] = (await splitSecret(secret)) as [string, string, string]
      for (const two of [
        [a, b],
        [b, a],
        [c, a],
        [b, c],
      ])
        expect(await joinShares(two)).toEqual(Buffer.from(secret))
    }),
    { numRuns: 20 },
  )
})

test('a share is typed as one reads it: small letters, spaces, O for 0', async () => {
  const secret = randomBytes(32)
  const [a, b] = (await splitSecret(secret)) as [string, string]
  const typed = a.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')
  expect(isShare(typed)).toBe(true)
  expect(await joinShares([typed, `\n${b}\n`])).toEqual(secret)
})

test('one share alone, the same share twice and a share with one wrong letter open nothing', async () => {
  const [a, b] = (await splitSecret(randomBytes(32))) as [string, string]
  expect(await joinShares([a])).toBeUndefined()
  expect(await joinShares([a, a])).toBeUndefined()
  const wrong = (a.startsWith('0') ? '1' : '0') + a.slice(1)
  expect(isShare(wrong)).toBe(false)
  expect(await joinShares([wrong, b])).toBeUndefined()
  expect(await joinShares(['', b])).toBeUndefined()
})
