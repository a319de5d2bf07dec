import { and, isNull, lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'

const kept = 24 * 60 * 60 * 1000

/** Throws away photos whose form was never sent, a day after they came, in the worker's transaction. */
export async function eraseWaitingPhotos(tx: Tx, now: Date): Promise<void> {
  await tx.delete(photos).where(and(isNull(photos.submissionId), lt(photos.keptAt, new Date(now.getTime() - kept))))
}
