import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { sealBytes } from '#app/sealing/keys.ts'
import { audit } from '../audit.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { inText } from './bytes-in-text.server.ts'
import { keepAmong } from './keep-among.server.ts'
import type { PhotoRefusal } from './limits.ts'
import type { Kept } from './place-among.ts'

/** Keeps a photo, encoded anew and sealed, where it waits for the form with this token; refuses what `keepAmong` does. */
export async function keepPhoto(
  formToken: string,
  read: () => Promise<Uint8Array>,
): Promise<Kept | { refused: PhotoRefusal }> {
  // Read before the transaction, so that it holds one connection and not two.
  const key = await lastingKey('photos')
  return keepAmong(formToken, read, {
    digestOf: (sha256) => sha256,
    waitingFor,
    store: async (tx, { webp, original, ...row }) => {
      const sealedOriginal = original && inText(sealBytes(key, original))
      const [made] = await tx
        .insert(photos)
        .values({ ...row, sealed: sealBytes(key, webp), sealedOriginal })
        .returning({ id: photos.id, width: photos.width, height: photos.height })
      await audit(tx, { event: 'photo-kept', subject: `photo:${made!.id}` })
      return made!
    },
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
