import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { submissions } from '#db/schema/submissions.ts'
import { unsealBytes } from '#app/sealing/keys.ts'
import { isUuid } from '../is-uuid.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Staff } from '../staff/staff.ts'
import { readsOriginal, receives, visibleTo } from '../submissions/visible-to.server.ts'

/**
 * A photo (WebP) of a submission, for a member of staff who may read what the resident sent; undefined for everybody
 * else, a private company among them, and of a photo that is withheld for all but those whose authority has the case.
 */
export async function findPhotoForStaff(staff: Staff, ref: string, id: string): Promise<Buffer | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await as(staff, (tx) =>
    tx
      .select({ sealed: photos.sealed, state: photos.state, receivingAuthority: submissions.receivingAuthority })
      .from(photos)
      .innerJoin(submissions, eq(submissions.id, photos.submissionId))
      .where(and(eq(photos.id, id), eq(submissions.ref, ref), visibleTo(staff))),
  )
  const mayRead = row && (row.state === 'withheld' ? receives(staff, row) : readsOriginal(staff, row))
  return mayRead ? unsealBytes(await lastingKey('photos'), row.sealed) : undefined
}
