import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { publicPhotos } from '#db/schema/photos.ts'

const { id, width, height, alt } = publicPhotos

/** The photos of a published submission that are public, in the order they came, with what each shows in words. */
export const publicPhotosOf = (tx: Tx, submissionId: string) =>
  tx
    .select({ id, width, height, alt })
    .from(publicPhotos)
    .where(eq(publicPhotos.submissionId, submissionId))
    .orderBy(asc(publicPhotos.position))
