import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { photoEdits, photos, type PhotoState } from '#db/schema/photos.ts'
import { plans } from '#db/schema/plans.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { needsSecond } from '../submissions/four-eyes.server.ts'
import { lockReceived } from '../submissions/lock-for-staff.server.ts'

/**
 * Locks the submission of a photo, and with it what is decided about its photos. `seen` is the version of the decisions
 * that she saw: refuses when somebody has decided meanwhile, and what `lockReceived` refuses. `publicly` says that the
 * public will see something else than before: where a second person approves what is shown, that is refused while the
 * case is shown or waits to be.
 */
export async function lockPhoto(
  tx: Tx,
  staff: Staff,
  { ref, id, seen, publicly }: { ref: string; id: string; seen: number; publicly: boolean },
): Promise<Refused | { submissionId: string; state: PhotoState }> {
  const submission = await lockReceived(tx, staff, ref)
  if ('refused' in submission) return submission
  const [photo] = await tx
    .select({ state: photos.state, version: photoEdits.version })
    .from(photos)
    .leftJoin(photoEdits, eq(photoEdits.photoId, photos.id))
    .where(and(eq(photos.id, id), eq(photos.submissionId, submission.id)))
  if (!photo) return { refused: 'not-found' }
  if ((photo.version ?? 0) !== seen) return { refused: 'changed-meanwhile' }
  if (publicly && (await needsSecond(tx, submission.category))) {
    if (submission.publishedAt) return { refused: 'second-for-photo' }
    const waiting = and(eq(plans.submissionId, submission.id), eq(plans.act, 'publish'), isNull(plans.endedAt))
    if (await tx.$count(plans, waiting)) return { refused: 'already-planned' }
  }
  return { submissionId: submission.id, state: photo.state }
}
