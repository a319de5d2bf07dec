import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { encrypt, photoStep } from '#app/sealing/envelopes.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { inText } from '../photos/bytes-in-text.server.ts'
import { keepAmong } from '../photos/keep-among.server.ts'
import type { PhotoRefusal } from '../photos/limits.ts'
import type { Kept } from '../photos/place-among.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { originalPlace, photoPlace } from './sealed-content.server.ts'
import { photoDigestKey, waitingPhotoKey } from './tip-forms.server.ts'

/**
 * As `keepPhoto`, for the form of a tip: the photo waits under a key that follows from the form's token, which is stored
 * nowhere, and nothing else is written of it.
 */
export async function keepTipPhoto(
  formToken: string,
  read: () => Promise<Uint8Array>,
): Promise<Kept | { refused: PhotoRefusal }> {
  return keepAmong(formToken, read, {
    digestOf: (sha256) => keyedHash(photoDigestKey(formToken), sha256),
    waitingFor,
    store: async (tx, { webp, original, ...row }) => {
      const [id, key] = [randomUUID(), waitingPhotoKey(formToken)]
      const sealed = async (bytes: Uint8Array, place: string) =>
        inText(await encrypt(key, bytes, { place, step: photoStep }))
      await tx.insert(tipPhotos).values({
        ...{ ...row, id, keptOn: dayOf(new Date()) },
        content: await sealed(webp, photoPlace(id)),
        original: original && (await sealed(original, originalPlace(id))),
      })
      return { id, width: row.width, height: row.height }
    },
  })
}

const waitingFor = (tx: Tx, formHash: string) =>
  tx
    .select({
      ...{ id: tipPhotos.id, width: tipPhotos.width, height: tipPhotos.height },
      ...{ digest: tipPhotos.digest, position: tipPhotos.position },
    })
    .from(tipPhotos)
    .where(and(eq(tipPhotos.formHash, formHash), isNull(tipPhotos.tipId)))
