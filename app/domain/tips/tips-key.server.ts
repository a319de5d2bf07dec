import { isNull, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipsKeys } from '#db/schema/tips.ts'

/**
 * The key that tips are sealed to now; undefined when there is none. Until the transaction ends nobody can put another
 * in its place: who rotates it takes the same lock alone, so that no tip is sealed to a key that has just been retired.
 */
export async function findTipsKey(tx: Tx): Promise<{ id: string; publicKey: Uint8Array } | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(hashtextextended('tips key', 0))`)
  const { id, publicKey, retiredOn } = tipsKeys
  const [row] = await tx.select({ id, publicKey }).from(tipsKeys).where(isNull(retiredOn))
  return row && { id: row.id, publicKey: Buffer.from(row.publicKey, 'base64url') }
}
