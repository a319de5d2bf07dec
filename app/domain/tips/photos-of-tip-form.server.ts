import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { decrypt, encrypt, photoStep } from '#app/sealing/envelopes.ts'
import { inText } from '../photos/bytes-in-text.server.ts'
import { originalPlace, photoPlace } from './sealed-content.server.ts'
import { waitingPhotoKey } from './tip-forms.server.ts'

type Form = { formToken: string; formHash: string }

/** The photos that wait for the form of a tip, in order; the caller's transaction must hold the form. */
export const waitingForTip = (tx: Tx, { formHash }: Form): Promise<{ id: string; digest: string }[]> =>
  tx
    .select({ id: tipPhotos.id, digest: tipPhotos.digest })
    .from(tipPhotos)
    .where(and(eq(tipPhotos.formHash, formHash), isNull(tipPhotos.tipId)))
    .orderBy(asc(tipPhotos.position))

/**
 * Hands the photos that wait for a form to a tip, and to the message that they came with, each encrypted anew under the
 * tip's own key. One that it has got from this form already is not handed in again: the form was posted twice.
 */
export async function handInTipPhotos(
  tx: Tx,
  form: Form,
  { tipId, messageId, key }: { tipId: string; messageId?: string; key: Uint8Array },
): Promise<void> {
  const got = await tx
    .select({ digest: tipPhotos.digest })
    .from(tipPhotos)
    .where(and(eq(tipPhotos.formHash, form.formHash), eq(tipPhotos.tipId, tipId)))
  const there = new Set(got.map(({ digest }) => digest))
  const from = waitingPhotoKey(form.formToken)
  for (const { id, digest } of await waitingForTip(tx, form)) {
    if (there.has(digest)) continue
    const { content, original } = tipPhotos
    const [row] = await tx.select({ content, original }).from(tipPhotos).where(eq(tipPhotos.id, id))
    if (!row) continue
    const sealed = {
      content: inText(await underOtherKey(row.content, photoPlace(id), { from, to: key })),
      original: row.original && inText(await underOtherKey(row.original, originalPlace(id), { from, to: key })),
    }
    await tx
      .update(tipPhotos)
      .set({ tipId, messageId: messageId ?? null, ...sealed })
      .where(and(eq(tipPhotos.id, id), isNull(tipPhotos.tipId)))
  }
}

async function underOtherKey(
  sealed: Uint8Array,
  place: string,
  { from, to }: { from: Uint8Array; to: Uint8Array },
): Promise<Buffer> {
  const opened = await decrypt(from, sealed, { place, step: photoStep })
  if (!opened) throw new Error('a photo that waits does not open with its form')
  return encrypt(to, opened, { place, step: photoStep })
}
