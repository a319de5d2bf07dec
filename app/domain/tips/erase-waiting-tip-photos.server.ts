import { and, isNull, lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { dayOf, daysAfter } from '../submissions/working-days.server.ts'

/** Throws away photos whose form was never sent, when a whole day has passed since they came, in the worker's transaction. */
export async function eraseWaitingTipPhotos(tx: Tx, now: Date): Promise<void> {
  await tx.delete(tipPhotos).where(and(isNull(tipPhotos.tipId), lt(tipPhotos.keptOn, daysAfter(dayOf(now), -1))))
}
