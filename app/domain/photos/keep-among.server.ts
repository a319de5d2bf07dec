import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { as, type Tx, type Viewer } from '#db/client.server.ts'
import { encodeAnew } from './encode-anew.server.ts'
import { inTurn } from './in-turn.server.ts'
import type { PhotoRefusal } from './limits.ts'
import { keepsOriginals } from './originals.server.ts'
import { formHashOf } from './photos-of-form.server.ts'
import { placeAmong, type Kept } from './place-among.ts'

/** A photo that has got its place: `webp` is what is shown, `original` the file where those are kept. */
type Placed = {
  formHash: string
  digest: string
  position: number
  width: number
  height: number
  webp: Uint8Array
  original: Uint8Array | null
}

/** Where the photos of one sort of form wait, and how they are kept there. */
type Shelf = {
  /** What the same file is known by, from its SHA-256 in hexadecimal. */
  digestOf: (sha256: string) => string
  waitingFor: (tx: Tx, formHash: string) => Promise<(Kept & { digest: string; position: number })[]>
  store: (tx: Tx, photo: Placed) => Promise<Kept>
}

/**
 * Keeps a photo, encoded anew, among those that wait for the form with this token, which the caller has found to be ours.
 * `read` gives the file when its turn has come. The same file twice is one photo. Refuses what is no photo and more than
 * five.
 */
export async function keepAmong(
  formToken: string,
  read: () => Promise<Uint8Array>,
  { digestOf, waitingFor, store }: Shelf,
): Promise<Kept | { refused: PhotoRefusal }> {
  const formHash = await formHashOf(formToken)
  const viewer: Viewer = { as: 'resident', formHash }
  return inTurn(async () => {
    const bytes = await read()
    const digest = digestOf(createHash('sha256').update(bytes).digest('hex'))
    const before = await as(viewer, async (tx) => placeAmong(await waitingFor(tx, formHash), digest))
    if (typeof before !== 'number') return before
    const encoded = await encodeAnew(bytes)
    if ('refused' in encoded) return encoded

    return as(viewer, async (tx) => {
      // Of files that come at once for one form, one is counted after the other.
      await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${formHash}, 0))`)
      const position = placeAmong(await waitingFor(tx, formHash), digest)
      if (typeof position !== 'number') return position
      const original = (await keepsOriginals(tx)) ? bytes : null
      return store(tx, { formHash, digest, position, original, ...encoded })
    })
  })
}
