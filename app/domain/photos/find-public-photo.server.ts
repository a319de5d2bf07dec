import { eq } from 'drizzle-orm'
import { as, everyone } from '#db/client.server.ts'
import { publicPhotos } from '#db/schema/photos.ts'
import { unsealBytes } from '#app/sealing/keys.ts'
import { isUuid } from '../is-uuid.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

/** The public version (WebP) of a photo, by its own id; undefined once it is not shown, or its case is not published. */
export async function findPublicPhoto(id: string): Promise<Buffer | undefined> {
  if (!isUuid(id)) return undefined
  const [row] = await as(everyone, (tx) =>
    tx.select({ sealed: publicPhotos.sealed }).from(publicPhotos).where(eq(publicPhotos.id, id)),
  )
  return row && unsealBytes(await lastingKey('photos'), row.sealed)
}
