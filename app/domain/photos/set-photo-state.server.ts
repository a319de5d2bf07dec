import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { photoEdits, photos, type PhotoState } from '#db/schema/photos.ts'
import type { withdrawalGrounds } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { findPhotoToEdit } from './find-photo-to-edit.server.ts'
import { inTurn } from './in-turn.server.ts'
import { lockPhoto } from './lock-photo.server.ts'
import { redact } from './redact.server.ts'
import { showVersion } from './show-version.server.ts'

type Change = { seen: number } & (
  | { to: 'internal' | 'public' }
  /** `reason` is read by those alone whose authority has the case. */
  | { to: 'withheld'; ground: (typeof withdrawalGrounds)[number]; reason: string }
)

/** From one state to another; what is withheld is first made internal again, so that no slip makes it public. */
const next: Record<PhotoState, readonly PhotoState[]> = {
  internal: ['public', 'withheld'],
  public: ['internal', 'withheld'],
  withheld: ['internal'],
}

/**
 * Decides who sees a photo. To be public it needs a Swedish text, and its public version is made as it was kept; to be
 * public or internal no longer takes its public version away at once. Refuses what `lockPhoto` does, and a step that is
 * not in the table above.
 */
export async function setPhotoState(
  staff: Staff,
  { ref, id }: { ref: string; id: string },
  change: Change,
): Promise<Refused | { state: PhotoState }> {
  assertMay(staff, 'publish')
  const photo = await findPhotoToEdit(staff, ref, id)
  if ('refused' in photo) return photo
  const { to, seen } = change
  const { alt, position } = photo
  if (photo.version !== seen) return { refused: 'changed-meanwhile' }
  if (!next[photo.state].includes(to)) return { refused: 'wrong-status' }
  if (to === 'public' && !alt) return { refused: 'photo-text-missing' }
  const made = to === 'public' ? await inTurn(() => redact(photo.webp, photo)) : undefined

  return as(staff, async (tx) => {
    const locked = await lockPhoto(tx, staff, { ref, id, seen, publicly: to === 'public' })
    if ('refused' in locked) return locked
    const { submissionId } = locked
    const why = to === 'withheld' ? { ground: change.ground, reason: change.reason } : { ground: null, reason: '' }
    const kept = { ...why, version: seen + 1, staffId: staff.id, editedAt: new Date() }
    await tx
      .insert(photoEdits)
      .values({ photoId: id, submissionId, ...kept })
      .onConflictDoUpdate({ target: photoEdits.photoId, set: kept })
    await tx.update(photos).set({ state: to }).where(eq(photos.id, id))
    if (made && alt) await showVersion(tx, { photoId: id, submissionId, position, alt, made })
    const details = { photo: id, state: to, ...(to === 'withheld' ? { ground: change.ground } : {}) }
    await audit(tx, { event: 'photo-state-set', subject: `submission:${submissionId}`, staffId: staff.id, details })
    return { state: to }
  })
}
