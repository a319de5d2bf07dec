import { eq } from 'drizzle-orm'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { as } from '#db/client.server.ts'
import { lastingKeys } from '#db/schema/records.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { rotateSecret } from '#app/domain/records/rotate-secret.server.ts'
import { deriveKey, seal, unseal } from '#app/sealing/keys.ts'

const [old, current, lost] = ['old', 'new', 'lost'].map((name) => `the ${name} secret of this portal: q8Zr3LwXv5`)
vi.hoisted(() => {
  process.env.APP_SECRET = 'the new secret of this portal: q8Zr3LwXv5'
  process.env.APP_SECRET_OLD = 'the old secret of this portal: q8Zr3LwXv5'
})

const wrapping = (secret = '') => deriveKey(secret, 'wrapping of lasting keys')
const keys = { photos: Buffer.alloc(32, 1), bookings: Buffer.alloc(32, 2), bells: Buffer.alloc(32, 3) }
type Purpose = keyof typeof keys

const keep = (purpose: Purpose, secret?: string) =>
  as({ as: 'seed' }, (tx) =>
    tx.insert(lastingKeys).values({ purpose, wrapped: seal(wrapping(secret), keys[purpose].toString('base64')) }),
  )
const wrappedOf = (purpose: Purpose) =>
  as({ as: 'seed' }, (tx) => tx.select().from(lastingKeys).where(eq(lastingKeys.purpose, purpose))).then(
    ([row]) => row!.wrapped,
  )

const forget = () => as({ as: 'seed' }, (tx) => tx.delete(lastingKeys))
beforeEach(forget)
// The next file with this database has another secret.
afterAll(forget)

test('keys that were wrapped under the old secret are wrapped under the new one, and stay the same', async () => {
  await keep('photos', old)
  await keep('bookings', current)
  const untouched = await wrappedOf('bookings')

  expect(await rotateSecret()).toBe(1)
  expect(unseal(wrapping(current), await wrappedOf('photos'))).toBe(keys.photos.toString('base64'))
  expect(unseal(wrapping(old), await wrappedOf('photos'))).toBeUndefined()
  expect(await wrappedOf('bookings')).toBe(untouched)
  expect(Buffer.from(await lastingKey('photos'))).toEqual(keys.photos)
  expect(await rotateSecret()).toBe(0)
})

test('a key that another process wrapped under the old secret meanwhile is still opened', async () => {
  await keep('bells', old)
  expect(Buffer.from(await lastingKey('bells'))).toEqual(keys.bells)
})

test('when a key opens under neither secret nothing is changed', async () => {
  await keep('bookings', old)
  await keep('photos', lost)
  const before = await wrappedOf('bookings')
  await expect(rotateSecret()).rejects.toThrow('APP_SECRET does not open the keys in this database')
  expect(await wrappedOf('bookings')).toBe(before)
})
