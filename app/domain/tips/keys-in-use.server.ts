import { eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { recoveryKeys, tipsKeys } from '#db/schema/tips.ts'
import type { KeyPair } from '#app/sealing/envelopes.ts'

/** A key pair whose secret half has been opened, with the id of its row. */
export type OpenKey = KeyPair & { id: string }

/** Until the transaction ends, nobody else makes, grants or retires a key, and nobody seals a tip: it waits for the end. */
export const lockKeys = (tx: Tx) => tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('tips key', 0))`)

/** The key that tips are sealed to; undefined before the first is made. */
export async function tipsKeyInUse(tx: Tx) {
  const [row] = await tx
    .select({
      ...{ id: tipsKeys.id, publicKey: tipsKeys.publicKey, recoverySealed: tipsKeys.recoverySealed },
      ...{ recoveryKeyId: tipsKeys.recoveryKeyId, recoveryPublicKey: recoveryKeys.publicKey, madeOn: tipsKeys.madeOn },
      rotationDueOn: tipsKeys.rotationDueOn,
    })
    .from(tipsKeys)
    .innerJoin(recoveryKeys, eq(recoveryKeys.id, tipsKeys.recoveryKeyId))
    .where(isNull(tipsKeys.retiredOn))
  return row
}

/** The recovery key, whose secret half is on paper; undefined before the first is made. */
export async function recoveryKeyInUse(tx: Tx) {
  const { id, publicKey, madeOn } = recoveryKeys
  const [row] = await tx.select({ id, publicKey, madeOn }).from(recoveryKeys).where(isNull(recoveryKeys.retiredOn))
  return row
}

/** A key as a column holds it, and back. */
export const keyText = (key: Uint8Array): string => Buffer.from(key).toString('base64url')
export const keyBytes = (text: string): Uint8Array => Buffer.from(text, 'base64url')
