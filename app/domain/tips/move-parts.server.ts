import { asc, eq, isNull, and } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { messages, responses } from '#db/schema/submissions.ts'
import { tipMessages, tipPhotos } from '#db/schema/tips.ts'
import { encrypt, photoStep } from '#app/sealing/envelopes.ts'
import { deriveKey, keyedHash, unsealBytes } from '#app/sealing/keys.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import {
  messagePlace,
  originalPlace,
  photoPlace,
  sealContent,
  type TipMessageContent,
} from './sealed-content.server.ts'

type Move = { submissionId: string; tipId: string; key: Uint8Array }
type Said = { from: string | null; sender: 'resident' | 'staff'; at: Date; content: Omit<TipMessageContent, 'at'> }

/** Seals the thread, the answers and the photos of a submission as those of a tip, under its own key. */
export const moveParts = async (tx: Tx, { submissionId, tipId, key }: Move): Promise<void> => {
  const ids = new Map<string, string>()
  for (const [index, { from, sender, at, content }] of (await saidIn(tx, submissionId)).entries()) {
    const position = index + 1
    const sealed = await sealContent(key, messagePlace(tipId, position), { ...content, at: at.toISOString() })
    const days = { sentOn: dayOf(at), readOn: sender === 'resident' ? dayOf(new Date()) : null }
    const [made] = await tx
      .insert(tipMessages)
      .values({ tipId, position, sender, content: sealed, ...days })
      .returning({ id: tipMessages.id })
    if (from) ids.set(from, made!.id)
  }
  await movePhotos(tx, { submissionId, tipId, key }, ids)
}

/** Messages, and official answers that stand as they were given, in the order they came. */
async function saidIn(tx: Tx, submissionId: string): Promise<Said[]> {
  const written = await tx
    .select({
      id: messages.id,
      sender: messages.sender,
      signedAs: messages.signedAs,
      body: messages.body,
      at: messages.sentAt,
    })
    .from(messages)
    .where(eq(messages.submissionId, submissionId))
    .orderBy(asc(messages.sentAt), asc(messages.id))
  const answered = await tx
    .select({ body: responses.body, signedAs: responses.signedAs, at: responses.givenAt })
    .from(responses)
    .where(and(eq(responses.submissionId, submissionId), isNull(responses.withdrawnAt)))
    .orderBy(asc(responses.version))
  const said: Said[] = [
    ...written.map(({ id, sender, signedAs, body, at }) => ({
      ...{ from: id, sender, at },
      content: { body, ...(signedAs ? { signedAs } : {}) },
    })),
    ...answered.map(({ body, signedAs, at }) => {
      const content = { body: Object.values(body).join('\n\n'), signedAs }
      return { from: null, sender: 'staff' as const, at, content }
    }),
  ]
  return said.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/** One photo in memory at a time. */
async function movePhotos(tx: Tx, { submissionId, tipId, key }: Move, messageIds: Map<string, string>): Promise<void> {
  const opening = await lastingKey('photos')
  const digests = deriveKey(key, 'digests of photos')
  const found = await tx
    .select({ id: photos.id })
    .from(photos)
    .where(eq(photos.submissionId, submissionId))
    .orderBy(asc(photos.keptAt), asc(photos.position))
  for (const [position, { id }] of found.entries()) {
    const [row] = await tx.select().from(photos).where(eq(photos.id, id))
    const shown = row && unsealBytes(opening, row.sealed)
    if (!row || !shown) throw new Error('a photo does not open')
    const original = row.sealedOriginal && unsealBytes(opening, row.sealedOriginal)
    const { formHash, width, height, digest, messageId } = row
    await tx.insert(tipPhotos).values({
      ...{ id, formHash, tipId, position, width, height, keptOn: dayOf(row.keptAt) },
      messageId: (messageId && messageIds.get(messageId)) ?? null,
      digest: keyedHash(digests, digest),
      content: await encrypt(key, shown, { place: photoPlace(id), step: photoStep }),
      original: original ? await encrypt(key, original, { place: originalPlace(id), step: photoStep }) : null,
    })
  }
}
