import { as } from '#db/client.server.ts'
import { photoEdits } from '#db/schema/photos.ts'
import type { Translated } from '#db/schema/shared.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { findPhotoToEdit } from './find-photo-to-edit.server.ts'
import { inTurn } from './in-turn.server.ts'
import { lockPhoto } from './lock-photo.server.ts'
import type { Redaction } from './photo-parts.ts'
import { redact } from './redact.server.ts'
import { showVersion } from './show-version.server.ts'

type Edit = Redaction & { alt: Translated | null; seen: number }

/**
 * Keeps how a photo is to be shown to the public: what of it, what is painted black, and in words what it shows. The
 * photo itself stays as it was sent. Of one that is public a new version is made at once. Refuses what `lockPhoto` does,
 * and of a public photo an empty Swedish text.
 */
export async function editPhoto(
  staff: Staff,
  { ref, id }: { ref: string; id: string },
  { crop, boxes, alt, seen }: Edit,
): Promise<Refused | { version: number }> {
  assertMay(staff, 'publish')
  const photo = await findPhotoToEdit(staff, ref, id)
  if ('refused' in photo) return photo
  const isPublic = photo.state === 'public'
  if (isPublic && !alt) return { refused: 'photo-text-missing' }
  // Made before the case is locked: others need not wait for it. Who has decided meanwhile is found below.
  const made = isPublic ? await inTurn(() => redact(photo.webp, { crop, boxes })) : undefined

  return as(staff, async (tx) => {
    const locked = await lockPhoto(tx, staff, { ref, id, seen, publicly: isPublic })
    if ('refused' in locked) return locked
    if ((locked.state === 'public') !== isPublic) return { refused: 'changed-meanwhile' }
    const { submissionId } = locked
    const kept = { crop, boxes, alt, version: seen + 1, staffId: staff.id, editedAt: new Date() }
    await tx
      .insert(photoEdits)
      .values({ photoId: id, submissionId, ...kept })
      .onConflictDoUpdate({ target: photoEdits.photoId, set: kept })
    if (made && alt) await showVersion(tx, { photoId: id, submissionId, position: photo.position, alt, made })
    const details = { photo: id, boxes: boxes.length, cropped: crop !== null, public: isPublic }
    await audit(tx, { event: 'photo-edited', subject: `submission:${submissionId}`, staffId: staff.id, details })
    return { version: kept.version }
  })
}
