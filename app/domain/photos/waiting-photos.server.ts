import { and, asc, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { sealLength, unsealBytes } from '#app/sealing/keys.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { formHashOf } from './photos-of-form.server.ts'
import { thumbnailOf } from './thumbnail.server.ts'

/** A photo that waits for its form: its size in bytes, and a small picture of it as a `data:` address. */
export type WaitingPhoto = { id: string; size: number; thumbnail: string }

/** The photos that wait for the form with this token, in the order they came; `id` asks for one alone. */
export async function waitingPhotos(formToken: string, id?: string): Promise<WaitingPhoto[]> {
  const formHash = await formHashOf(formToken)
  const rows = await as({ as: 'resident', formHash }, (tx) =>
    tx
      .select({ id: photos.id, sealed: photos.sealed })
      .from(photos)
      .where(and(eq(photos.formHash, formHash), isNull(photos.submissionId), id ? eq(photos.id, id) : undefined))
      .orderBy(asc(photos.position), asc(photos.keptAt)),
  )
  const key = await lastingKey('photos')
  const shown: WaitingPhoto[] = []
  for (const { id: waitingId, sealed } of rows) {
    const webp = unsealBytes(key, sealed)
    if (webp) shown.push({ id: waitingId, size: sealed.length - sealLength, thumbnail: await thumbnailOf(webp) })
  }
  return shown
}
