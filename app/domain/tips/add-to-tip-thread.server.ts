import { eq, max, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipMessages } from '#db/schema/tips.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { messagePlace, sealContent, type TipMessageContent } from './sealed-content.server.ts'

type Thread = { tipId: string; /** The tip's own key. */ key: Uint8Array }
type Message = {
  sender: 'resident' | 'staff'
  content: Omit<TipMessageContent, 'at'>
  /** Tells the same message posted twice from one form. */
  formTokenHash: string
}

/**
 * Writes a message as the last in the thread of a tip, sealed under the tip's own key, and gives its id. One that was
 * posted before stays as it is: then `isNew` is false.
 */
export async function addToTipThread(
  tx: Tx,
  { tipId, key }: Thread,
  { sender, content, formTokenHash }: Message,
): Promise<{ id: string; isNew: boolean }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`thread of tip ${tipId}`}, 0))`)
  const [before] = await tx
    .select({ id: tipMessages.id })
    .from(tipMessages)
    .where(eq(tipMessages.formTokenHash, formTokenHash))
  if (before) return { id: before.id, isNew: false }

  const now = new Date()
  const [row] = await tx
    .select({ last: max(tipMessages.position) })
    .from(tipMessages)
    .where(eq(tipMessages.tipId, tipId))
  const position = (row?.last ?? 0) + 1
  const sealed = await sealContent(key, messagePlace(tipId, position), { ...content, at: now.toISOString() })
  const [made] = await tx
    .insert(tipMessages)
    .values({ tipId, position, sender, content: sealed, sentOn: dayOf(now), formTokenHash })
    .returning({ id: tipMessages.id })
  return { id: made!.id, isNew: true }
}
