import { createHash } from 'node:crypto'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { as, type Tx, type Viewer } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { sealBytes } from '#app/sealing/keys.ts'
import { audit } from '../audit.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { inText } from './bytes-in-text.server.ts'
import { encodeAnew } from './encode-anew.server.ts'
import { inTurn } from './in-turn.server.ts'
import type { PhotoRefusal } from './limits.ts'
import { keepsOriginals } from './originals.server.ts'
import { formHashOf } from './photos-of-form.server.ts'
import { placeAmong, type Kept } from './place-among.ts'

/**
 * Keeps a photo, encoded anew and sealed, where it waits for the form with this token, which the caller has found to be
 * ours. `read` gives the file when its turn has come. The same file twice is one photo. Refuses what is no photo and
 * more than five.
 */
export async function keepPhoto(
  formToken: string,
  read: () => Promise<Uint8Array>,
): Promise<Kept | { refused: PhotoRefusal }> {
  const formHash = await formHashOf(formToken)
  const viewer: Viewer = { as: 'resident', formHash }
  return inTurn(async () => {
    const bytes = await read()
    const digest = createHash('sha256').update(bytes).digest('hex')
    const before = await as(viewer, async (tx) => placeAmong(await waitingFor(tx, formHash), digest))
    if (typeof before !== 'number') return before
    const encoded = await encodeAnew(bytes)
    if ('refused' in encoded) return encoded

    const { webp, width, height } = encoded
    const key = await lastingKey('photos')
    return as(viewer, async (tx) => {
      // Of files that come at once for one form, one is counted after the other.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${formHash}, 0))`)
      const position = placeAmong(await waitingFor(tx, formHash), digest)
      if (typeof position !== 'number') return position
      const sealedOriginal = (await keepsOriginals(tx)) ? inText(sealBytes(key, bytes)) : null
      const [made] = await tx
        .insert(photos)
        .values({ formHash, digest, width, height, position, sealed: sealBytes(key, webp), sealedOriginal })
        .returning({ id: photos.id, width: photos.width, height: photos.height })
      await audit(tx, { event: 'photo-kept', subject: `photo:${made!.id}` })
      return made!
    })
  })
}

const waitingFor = (tx: Tx, formHash: string) =>
  tx
    .select({
      ...{ id: photos.id, width: photos.width, height: photos.height },
      ...{ digest: photos.digest, position: photos.position },
    })
    .from(photos)
    .where(and(eq(photos.formHash, formHash), isNull(photos.submissionId)))
