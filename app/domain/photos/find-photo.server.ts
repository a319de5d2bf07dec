import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { submissions } from '#db/schema/submissions.ts'
import { unsealBytes } from '#app/sealing/keys.ts'
import { isUuid } from '../is-uuid.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

/** A photo (WebP) of the resident's own submission, under her code given as its hash; undefined when it is not hers. */
export async function findPhoto(codeHash: string, id: string): Promise<Buffer | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await as({ as: 'resident', codeHash }, (tx) =>
    tx
      .select({ sealed: photos.sealed })
      .from(photos)
      .innerJoin(submissions, eq(submissions.id, photos.submissionId))
      .where(and(eq(photos.id, id), eq(submissions.codeHash, codeHash))),
  )
  return row && unsealBytes(await lastingKey('photos'), row.sealed)
}
