import { and, asc, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { decrypt, photoStep } from '#app/sealing/envelopes.ts'
import { formHashOf } from '../photos/photos-of-form.server.ts'
import { thumbnailOf } from '../photos/thumbnail.server.ts'
import type { WaitingPhoto } from '../photos/waiting-photos.server.ts'
import { photoPlace } from './sealed-content.server.ts'
import { waitingPhotoKey } from './tip-forms.server.ts'

/** As `waitingPhotos`, for the form of a tip. */
export async function waitingTipPhotos(formToken: string, id?: string): Promise<WaitingPhoto[]> {
  const formHash = await formHashOf(formToken)
  const { tipId, content, position } = tipPhotos
  const rows = await as({ as: 'resident', formHash }, (tx) =>
    tx
      .select({ id: tipPhotos.id, content })
      .from(tipPhotos)
      .where(and(eq(tipPhotos.formHash, formHash), isNull(tipId), id ? eq(tipPhotos.id, id) : undefined))
      .orderBy(asc(position)),
  )
  const key = waitingPhotoKey(formToken)
  const shown: WaitingPhoto[] = []
  for (const row of rows) {
    const webp = await decrypt(key, row.content, { place: photoPlace(row.id), step: photoStep })
    if (webp) shown.push({ id: row.id, size: webp.length, thumbnail: await thumbnailOf(webp) })
  }
  return shown
}
