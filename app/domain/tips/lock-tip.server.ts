import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import type { Refused } from '../refusals.ts'

/** Locks a tip until the transaction ends; refuses one that is not there. */
export async function lockTip(tx: Tx, ref: string) {
  const { id, status, assigneeId, sealedKey, tipsKeyId } = tips
  const [row] = await tx
    .select({ id, status, assigneeId, sealedKey, tipsKeyId })
    .from(tips)
    .where(eq(tips.ref, ref))
    .for('update')
  return row ?? ({ refused: 'not-found' } satisfies Refused)
}
