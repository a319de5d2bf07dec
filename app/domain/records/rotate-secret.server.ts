import { asc, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { lastingKeys } from '#db/schema/records.ts'
import { audit } from '../audit.server.ts'
import { unwrapKey, wrapKey } from './wrapped-keys.server.ts'

/**
 * Wraps anew, under APP_SECRET, every lasting key that is still wrapped under APP_SECRET_OLD; the keys themselves stay,
 * and with them all that they open. Gives how many there were. Throws when a key opens under neither, and changes
 * nothing then.
 */
export async function rotateSecret(): Promise<number> {
  return as({ as: 'seed' }, async (tx) => {
    const rows = await tx.select().from(lastingKeys).orderBy(asc(lastingKeys.purpose)).for('update')
    const old = rows.map(({ purpose, wrapped }) => ({ purpose, ...unwrapKey(wrapped) })).filter(({ isOld }) => isOld)
    for (const { purpose, key } of old) {
      await tx
        .update(lastingKeys)
        .set({ wrapped: wrapKey(key) })
        .where(eq(lastingKeys.purpose, purpose))
    }
    if (old.length > 0) await audit(tx, { event: 'secret-rotated', subject: 'portal', details: { keys: old.length } })
    return old.length
  })
}
