import { and, asc, eq, isNull, lte } from 'drizzle-orm'
import { as, worker, type Tx } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { submissions } from '#db/schema/submissions.ts'
import { readProof } from '#app/sealing/receipt-proofs.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { isTipAsProved } from '../tips/is-tip-as-proved.server.ts'
import { fingerprintOf, type Received } from './fingerprint.ts'

/** What a proof of receipt is worth: ours and what we hold is still the same, ours but not the same, or not ours. */
export type Verdict = 'holds' | 'differs' | 'not-ours'

/**
 * Judges a line that somebody shows as proof. Nothing but the verdict is told, and a line that is not ours asks the
 * database nothing. The fingerprint is made anew from what is stored now, so that a change of any of it shows.
 */
export async function judgeProof(line: string): Promise<Verdict> {
  const proof = readProof(await lastingKey('proofs of receipt'), line)
  if (!proof?.genuine) return 'not-ours'
  // Whoever holds the line holds the receipt, and the portal looks by itself: no resident's role sees it without a code.
  const held = await as(worker, (tx) => heldNow(tx, proof.ref))
  if (!held) return (await isTipAsProved(proof)) ? 'holds' : 'differs'
  if (toSecond(held.createdAt) !== toSecond(proof.receivedAt)) return 'differs'
  return fingerprintOf(await lastingKey('fingerprints'), held.received) === proof.fingerprint ? 'holds' : 'differs'
}

const toSecond = (moment: Date): number => Math.floor(moment.getTime() / 1000)

async function heldNow(tx: Tx, ref: string): Promise<{ received: Received; createdAt: Date } | undefined> {
  const { id, kind, category, body, areaCode, lat, lon, place, placeNote, answers, createdAt } = submissions
  const [row] = await tx
    .select({ id, kind, category, body, areaCode, lat, lon, place, placeNote, answers, createdAt })
    .from(submissions)
    .where(eq(submissions.ref, ref))
  if (!row) return undefined
  // What the same form brought when it was posted once more came after the receipt.
  const sentAlong = await tx
    .select({ digest: photos.digest })
    .from(photos)
    .where(and(eq(photos.submissionId, row.id), isNull(photos.messageId), lte(photos.keptAt, row.createdAt)))
    .orderBy(asc(photos.position), asc(photos.keptAt))
  return { received: { ...row, ref, photos: sentAlong.map(({ digest }) => digest) }, createdAt: row.createdAt }
}
