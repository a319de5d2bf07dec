import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { photoEdits, photos, publicPhotos } from '#db/schema/photos.ts'
import { staff as people } from '#db/schema/staff.ts'
import { unsealBytes } from '#app/sealing/keys.ts'
import { isUuid } from '../is-uuid.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { readReceived } from '../submissions/lock-for-staff.server.ts'
import { photosOfSubmission } from './photos-of-submission.server.ts'

/**
 * A photo of a submission that her authority has received, with what was decided about it: how it is shown, its state,
 * its place among the others, and the address of its public version where it has one. Refuses as not there what she does
 * not see, and as not allowed what another authority has.
 */
export async function findPhotoToEdit(staff: Staff, ref: string, id: string) {
  const refusedAs = (refused: 'not-found' | 'not-allowed'): Refused => ({ refused })
  if (!isUuid(id)) return refusedAs('not-found')
  return as(staff, async (tx) => {
    const submission = await readReceived(tx, staff, ref)
    if ('refused' in submission) return refusedAs(submission.refused)
    const all = await photosOfSubmission(tx, submission.id)
    const position = all.findIndex((one) => one.id === id)
    const [row] = position < 0 ? [] : await readPhoto(tx, id)
    if (!row) return refusedAs('not-found')
    const { sealed, version, crop, boxes, alt, ...rest } = row
    const webp = unsealBytes(await lastingKey('photos'), sealed)
    if (!webp) throw new Error('a photo does not open')
    return {
      ...{ ...rest, id, submissionId: submission.id, published: submission.publishedAt !== null, webp },
      ...{ position, of: all.length, version: version ?? 0, crop, boxes: boxes ?? [], alt },
    }
  })
}

export type PhotoToEdit = Exclude<Awaited<ReturnType<typeof findPhotoToEdit>>, Refused>

const readPhoto = (tx: Tx, id: string) =>
  tx
    .select({
      ...{ sealed: photos.sealed, width: photos.width, height: photos.height, state: photos.state },
      ...{ version: photoEdits.version, crop: photoEdits.crop, boxes: photoEdits.boxes, alt: photoEdits.alt },
      ...{ ground: photoEdits.ground, reason: photoEdits.reason, editedAt: photoEdits.editedAt, byName: people.name },
      publicId: publicPhotos.id,
    })
    .from(photos)
    .leftJoin(photoEdits, eq(photoEdits.photoId, photos.id))
    .leftJoin(people, eq(people.id, photoEdits.staffId))
    .leftJoin(publicPhotos, eq(publicPhotos.photoId, photos.id))
    .where(eq(photos.id, id))
