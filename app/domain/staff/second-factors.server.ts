import { randomBytes } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { staffSecondFactors } from '#db/schema/staff.ts'
import { crockford, readCrockford } from '#app/sealing/crockford.ts'
import { deriveKey, keyedHash, seal, unseal } from '#app/sealing/keys.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

const period = 30
const codeLength = 10

/** A new secret for an app, 160 bits in base32, and as it is kept. */
export async function newSecret(): Promise<{ secret: string; sealedSecret: string }> {
  const secret = new Secret({ size: 20 }).base32
  return { secret, sealedSecret: seal(await sealingKey(), secret) }
}

/** The secret that is kept. Throws when the lasting key is not the one it was sealed with. */
export async function openSecret(sealedSecret: string): Promise<string> {
  const secret = unseal(await sealingKey(), sealedSecret)
  if (secret === undefined) throw new Error('the secret of a second factor does not open')
  return secret
}

/** What an app reads to take up the secret: an otpauth:// address that names the portal and the account. */
export const addressForApp = (secret: string, { portal, email }: { portal: string; email: string }): string =>
  new TOTP({ issuer: portal, label: email, secret }).toString()

/**
 * The half minute, counted from 1970, whose code this is: the present one, the one before or the one after, since clocks
 * differ. Undefined for any other code.
 */
export function stepOf(secret: string, code: string, now = Date.now()): number | undefined {
  const delta = new TOTP({ secret }).validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / period) + delta
}

/** The code of an app at a time; for tests, and nothing else needs it. */
export const codeAt = (secret: string, now = Date.now()): string => new TOTP({ secret }).generate({ timestamp: now })

/** Ten new recovery codes of 50 bits, and their hashes. */
export async function newRecoveryCodes(staffId: string): Promise<{ codes: string[]; recoveryHashes: string[] }> {
  const plain = Array.from({ length: 10 }, () => crockford(randomBytes(7), codeLength))
  const recoveryHashes = await Promise.all(plain.map((code) => hashOf(staffId, code)))
  return { codes: plain.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), recoveryHashes }
}

/** The hash of what was typed as a recovery code; undefined when it cannot be one. */
export async function recoveryHash(staffId: string, typed: string): Promise<string | undefined> {
  const code = readCrockford(typed, codeLength)
  return code && hashOf(staffId, code)
}

/** The second factor of an account, locked until the transaction ends. */
export async function lockSecondFactor(tx: Tx, staffId: string) {
  const [row] = await tx.select().from(staffSecondFactors).where(eq(staffSecondFactors.staffId, staffId)).for('update')
  return row
}

const sealingKey = async () => deriveKey(await lastingKey('second factors'), 'secrets')

const hashOf = async (staffId: string, code: string) =>
  keyedHash(deriveKey(await lastingKey('second factors'), 'recovery codes'), `${staffId} ${code}`)
