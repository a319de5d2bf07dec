import { createHash, randomUUID } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { as, type Tx, type Viewer } from '#db/client.server.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { encrypt, photoStep } from '#app/sealing/envelopes.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { inText } from '../photos/bytes-in-text.server.ts'
import { encodeAnew } from '../photos/encode-anew.server.ts'
import { inTurn } from '../photos/in-turn.server.ts'
import type { PhotoRefusal } from '../photos/limits.ts'
import { keepsOriginals } from '../photos/originals.server.ts'
import { formHashOf } from '../photos/photos-of-form.server.ts'
import { placeAmong, type Kept } from '../photos/place-among.ts'
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
  const formHash = await formHashOf(formToken)
  const viewer: Viewer = { as: 'resident', formHash }
  return inTurn(async () => {
    const bytes = await read()
    const digest = keyedHash(photoDigestKey(formToken), createHash('sha256').update(bytes).digest('hex'))
    const before = await as(viewer, async (tx) => placeAmong(await waitingFor(tx, formHash), digest))
    if (typeof before !== 'number') return before
    const encoded = await encodeAnew(bytes)
    if ('refused' in encoded) return encoded

    const { webp, width, height } = encoded
    const [id, key] = [randomUUID(), waitingPhotoKey(formToken)]
    const content = await encrypt(key, webp, { place: photoPlace(id), step: photoStep })
    return as(viewer, async (tx) => {
      // Of files that come at once for one form, one is counted after the other.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${formHash}, 0))`)
      const position = placeAmong(await waitingFor(tx, formHash), digest)
      if (typeof position !== 'number') return position
      const isKept = await keepsOriginals(tx)
      const original = isKept ? inText(await encrypt(key, bytes, { place: originalPlace(id), step: photoStep })) : null
      const row = { id, formHash, digest, width, height, position, content: inText(content), original }
      await tx.insert(tipPhotos).values({ ...row, keptOn: dayOf(new Date()) })
      return { id, width, height }
    })
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
