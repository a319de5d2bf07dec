import { and, asc, eq, isNull, notInArray } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

/** What the photos of one form are found by: a hash of its token, so that who holds the form reaches them. */
export const formHashOf = async (formToken: string): Promise<string> =>
  keyedHash(await lastingKey('form tokens'), `photos of ${formToken}`)

/** The SHA-256 of each of the photos that wait for a form, in order; the caller's transaction must hold the form. */
export async function digestsOfForm(tx: Tx, formHash: string): Promise<string[]> {
  const rows = await tx
    .select({ digest: photos.digest })
    .from(photos)
    .where(and(eq(photos.formHash, formHash), isNull(photos.submissionId)))
    .orderBy(asc(photos.position), asc(photos.keptAt))
  return rows.map(({ digest }) => digest)
}

/**
 * Hands the photos that wait for a form to a submission, and to the message that they came with. One that it has got
 * from this form already is not handed in again: the form was posted twice.
 */
export async function handInPhotos(
  tx: Tx,
  formHash: string,
  to: { submissionId: string; messageId?: string },
): Promise<void> {
  const there = tx
    .select({ digest: photos.digest })
    .from(photos)
    .where(and(eq(photos.formHash, formHash), eq(photos.submissionId, to.submissionId)))
  await tx
    .update(photos)
    .set({ submissionId: to.submissionId, messageId: to.messageId ?? null })
    .where(and(eq(photos.formHash, formHash), isNull(photos.submissionId), notInArray(photos.digest, there)))
}
