import { and, isNull, lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { audit } from '../audit.server.ts'
import { keptSince } from '../records/retention.ts'

/** Erases addresses that nobody has confirmed within seven days, in the worker's transaction; the code works as before. */
export async function eraseUnconfirmedBells(tx: Tx, now: Date): Promise<void> {
  const erased = await tx
    .delete(bells)
    .where(and(isNull(bells.confirmedAt), lt(bells.askedAt, keptSince('unconfirmedBells', now))))
    .returning({ id: bells.id })
  for (const { id } of erased) await audit(tx, { event: 'bell-erased', subject: `bell:${id}` })
}
