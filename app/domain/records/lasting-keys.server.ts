import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import { lastingKeys } from '#db/schema/records.ts'
import { unwrapKey, wrapKey } from './wrapped-keys.server.ts'

const purposes = [
  'receipt codes',
  'code hashes',
  'form tokens',
  'bookings',
  'bells',
  'proofs of receipt',
  'fingerprints',
  'photos',
  'audit anchors',
  'invitations',
  'second factors',
] as const
type Purpose = (typeof purposes)[number]

/**
 * A lasting random key of 32 bytes, made at first need and kept wrapped under APP_SECRET. Throws when it cannot be
 * unwrapped: then APP_SECRET is not the one it was wrapped under.
 */
export async function lastingKey(purpose: Purpose): Promise<Uint8Array> {
  const keys = once('lasting keys', () => new Map<Purpose, Uint8Array>())
  const known = keys.get(purpose)
  if (known) return known
  const key = await readOrMake(purpose)
  keys.set(purpose, key)
  return key
}

function readOrMake(purpose: Purpose): Promise<Uint8Array> {
  return as({ as: 'auth' }, async (tx) => {
    const wrapped = wrapKey(randomBytes(32))
    await tx.insert(lastingKeys).values({ purpose, wrapped }).onConflictDoNothing()
    const [row] = await tx.select().from(lastingKeys).where(eq(lastingKeys.purpose, purpose))
    return unwrapKey(row!.wrapped).key
  })
}
