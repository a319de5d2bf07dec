import { lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import { keptSince } from './retention.ts'

/** Erases mail that was kept instead of sent, 30 days later, in the worker's transaction. */
export async function eraseKeptMail(tx: Tx, now: Date): Promise<void> {
  await tx.delete(outbox).where(lt(outbox.keptAt, keptSince('keptMail', now)))
}
