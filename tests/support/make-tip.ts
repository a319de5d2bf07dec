import { randomBytes, randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { tipAuditLines, tipMessages, tipPhotos, tips } from '#db/schema/tips.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import {
  contentPlace,
  messagePlace,
  originalPlace,
  photoPlace,
  sealContent,
  type TipContent,
} from '#app/domain/tips/sealed-content.server.ts'
import { encrypt, newContentKey, photoStep, sealTo } from '#app/sealing/envelopes.ts'
import { codeHash, codeKeyPair, newRef, receiptCode } from '#app/sealing/receipts.ts'

type Key = { id: string; publicKey: Uint8Array }
type Said = Partial<TipContent> & {
  receivedOn?: string
  messages?: string[]
  photo?: { shown: Buffer; original: Buffer }
}

const usual: TipContent = {
  ...{ category: 'drugs', body: 'Någon säljer vid porten.', answers: [], lat: 57.78029, lon: 12.03579, place: null },
  ...{ placeNote: '', cell: '8a1f2c6a4b5ffff', language: 'sv', writtenIn: 'sv', heldFor: [] },
  at: '2026-11-20T21:30:00.000Z',
}

/** A new tip about Hammarkullen as plain rows, sealed to the key; gives its code and its own key, which nobody keeps. */
export async function makeTip(
  tipsKey: Key,
  { receivedOn = '2026-11-20', messages = [], photo, ...said }: Said = {},
): Promise<{ id: string; ref: string; code: string; key: Uint8Array; photoId: string }> {
  const [id, ref, key, photoId] = [randomUUID(), newRef(), await newContentKey(), randomUUID()]
  const code = receiptCode(randomBytes(32), ref)
  const pair = await codeKeyPair(code)
  const row = {
    ...{ id, ref, receivedOn, areaCode: '606', fingerprint: randomBytes(32).toString('hex') },
    codeHash: codeHash(await lastingKey('code hashes'), code),
    codePublicKey: Buffer.from(pair.publicKey).toString('base64url'),
    content: await sealContent(key, contentPlace(id), { ...usual, ...said }),
    sealedKey: await sealTo(tipsKey.publicKey, key),
    tipsKeyId: tipsKey.id,
    residentKey: await sealTo(pair.publicKey, key),
  }
  await as({ as: 'seed' }, async (tx) => {
    await tx.insert(tips).values(row)
    for (const [index, body] of messages.entries())
      await insertMessage(tx, { id, key }, { body, position: index + 1, sentOn: receivedOn })
    if (!photo) return
    const [content, original] = [
      await encrypt(key, photo.shown, { place: photoPlace(photoId), step: photoStep }),
      await encrypt(key, photo.original, { place: originalPlace(photoId), step: photoStep }),
    ]
    const kept = { formHash: ref, position: 0, width: 4, height: 3, digest: ref, keptOn: receivedOn }
    await tx.insert(tipPhotos).values({ id: photoId, tipId: id, content, original, ...kept })
  })
  return { id, ref, code, key, photoId }
}

type Message = { body: string; position: number; sentOn: string }

async function insertMessage(
  tx: Tx,
  { id, key }: { id: string; key: Uint8Array },
  { body, ...sent }: Message,
): Promise<void> {
  const content = await sealContent(key, messagePlace(id, sent.position), { body, at: usual.at })
  await tx.insert(tipMessages).values({ tipId: id, content, sender: 'resident', ...sent })
}

/** What a resident writes some day in a tip that has no message yet. */
export const messageIn = (tip: { id: string; key: Uint8Array }, body: string, sentOn: string): Promise<void> =>
  as({ as: 'seed' }, (tx) => insertMessage(tx, tip, { body, position: 1, sentOn }))

/** The row of a tip as it lies in the database. */
export const rowOfTip = async (ref: string) =>
  (await as({ as: 'seed' }, (tx) => tx.select().from(tips).where(eq(tips.ref, ref))))[0]

/** What is written down of a tip, in its order. */
export const eventsOfTip = (ref: string): Promise<string[]> =>
  as({ as: 'seed' }, async (tx) => {
    const lines = await tx
      .select({ event: tipAuditLines.event })
      .from(tipAuditLines)
      .innerJoin(tips, eq(tipAuditLines.subject, sql`'tip:' || ${tips.id}`))
      .where(eq(tips.ref, ref))
      .orderBy(tipAuditLines.id)
    return lines.map(({ event }) => event)
  })
