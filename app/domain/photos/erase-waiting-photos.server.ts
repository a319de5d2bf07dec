import { and, isNull, lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { keptSince } from '../records/retention.ts'

/** Throws away photos whose form was never sent, a day after they came, in the worker's transaction. */
export async function eraseWaitingPhotos(tx: Tx, now: Date): Promise<void> {
  // Of a tip's photo only the day is known: it is kept for that day and the whole of the next.
  const day = keptSince('waitingPhotos', now).toISOString().slice(0, 10)
  await tx.delete(tipPhotos).where(and(isNull(tipPhotos.tipId), lt(tipPhotos.keptOn, day)))
  await tx.delete(photos).where(and(isNull(photos.submissionId), lt(photos.keptAt, keptSince('waitingPhotos', now))))
}
