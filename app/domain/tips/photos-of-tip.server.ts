import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { decrypt, photoStep } from '#app/sealing/envelopes.ts'
import { originalPlace, photoPlace } from './sealed-content.server.ts'

type Opened = { id: string; shown: Buffer; original: Buffer | undefined }

/** The photos of a tip, opened by its own key: as they are shown (WebP), and as they were received where that was kept. */
export async function photosOfTip(tx: Tx, { id: tipId, key }: { id: string; key: Uint8Array }): Promise<Opened[]> {
  const { id, content, original } = tipPhotos
  const rows = await tx
    .select({ id, content, original })
    .from(tipPhotos)
    .where(eq(tipPhotos.tipId, tipId))
    .orderBy(asc(tipPhotos.position), asc(id))
  return Promise.all(
    rows.map(async (row) => {
      const shown = await decrypt(key, row.content, { place: photoPlace(row.id), step: photoStep })
      if (!shown) throw new Error('a photo of a tip does not open')
      const whole =
        row.original && (await decrypt(key, row.original, { place: originalPlace(row.id), step: photoStep }))
      return { id: row.id, shown, original: whole ?? undefined }
    }),
  )
}
