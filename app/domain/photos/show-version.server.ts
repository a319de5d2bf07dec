import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { publicPhotos } from '#db/schema/photos.ts'
import type { Translated } from '#db/schema/shared.ts'
import { sealBytes } from '#app/sealing/keys.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

type Version = {
  photoId: string
  submissionId: string
  position: number
  alt: Translated
  made: { webp: Buffer; width: number; height: number }
}

/** Puts a public version of a photo in the place of the one before, under an address of its own; the old file is gone. */
export const showVersion = async (tx: Tx, { made, ...row }: Version): Promise<void> => {
  const { webp, width, height } = made
  await tx.delete(publicPhotos).where(eq(publicPhotos.photoId, row.photoId))
  await tx.insert(publicPhotos).values({ ...row, width, height, sealed: sealBytes(await lastingKey('photos'), webp) })
}
