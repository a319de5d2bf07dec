import type { Staff } from '../staff/staff.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import { findPhotoToEdit } from './find-photo-to-edit.server.ts'
import { inTurn } from './in-turn.server.ts'
import type { Redaction } from './photo-parts.ts'
import { redact } from './redact.server.ts'

/**
 * A photo (WebP) as the public would see it with this crop and these boxes, which are kept nowhere: the very bytes that
 * would be shown. Refuses as `findPhotoToEdit` does.
 */
export async function previewPhoto(
  staff: Staff,
  { ref, id }: { ref: string; id: string },
  redaction: Redaction,
): Promise<Refused | { webp: Buffer }> {
  assertMay(staff, 'publish')
  const photo = await findPhotoToEdit(staff, ref, id)
  return 'refused' in photo ? photo : inTurn(() => redact(photo.webp, redaction))
}
