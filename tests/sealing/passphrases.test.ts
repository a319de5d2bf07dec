import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { unwrapUnder, wrapUnder } from '#app/sealing/passphrases.ts'

test('a secret opens with its passphrase, however that is typed, and with no other', async () => {
  const secret = randomBytes(32)
  const wrapped = await wrapUnder('Grön häst på Rymdtorget', secret)
  expect(await unwrapUnder('Grön häst på Rymdtorget', wrapped)).toEqual(secret)
  expect(await unwrapUnder(' Grön häst på Rymdtorget '.normalize('NFD'), wrapped)).toEqual(secret)
  expect(await unwrapUnder('grön häst på Rymdtorget', wrapped)).toBeUndefined()
})

test('the same secret under the same passphrase never looks the same', async () => {
  const secret = randomBytes(32)
  expect(await wrapUnder('one and the same', secret)).not.toBe(await wrapUnder('one and the same', secret))
})

test('what was wrapped in another way, or altered, does not open', async () => {
  const wrapped = await wrapUnder('Grön häst på Rymdtorget', randomBytes(32))
  expect(await unwrapUnder('Grön häst på Rymdtorget', wrapped.replace('argon2id-64-3', 'plain'))).toBeUndefined()
  const [way, salt, sealed] = wrapped.split('.')
  expect(await unwrapUnder('Grön häst på Rymdtorget', [way, sealed!.slice(0, 22), sealed].join('.'))).toBeUndefined()
  expect(await unwrapUnder('Grön häst på Rymdtorget', `${way}.${salt}.`)).toBeUndefined()
})
