import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import { newContentKey, sealTo, type KeyPair } from '#app/sealing/envelopes.ts'
import { deriveKey } from '#app/sealing/keys.ts'
import { newRef } from '#app/sealing/receipts.ts'
import { fingerprintOf } from '../submissions/fingerprint.ts'
import { handInTipPhotos, waitingForTip } from './photos-of-tip-form.server.ts'
import { contentPlace, sealContent, type TipContent } from './sealed-content.server.ts'
import { tipKeyByCode } from './tip-key-by-code.server.ts'

/** The form that a tip comes with, and the receipt code that it gets. */
export type TipForm = { formToken: string; formHash: string; code: string; codeHash: string; pair: KeyPair }

type NewTip = {
  content: TipContent
  areaCode: string
  receivedOn: string
  example: boolean
  tipsKey: { id: string; publicKey: Uint8Array }
}

/** A tip that is stored, with its own key; `isNew` is false when its form had made it before. */
type Stored = { id: string; ref: string; key: Uint8Array; isNew: boolean; areaCode: string; content: Uint8Array }

/** Stores a tip, sealed, with the photos that wait for its form; or finds the one that the same form has made before. */
export async function insertTip(tx: Tx, form: TipForm, tip: NewTip): Promise<Stored> {
  const photos = (await waitingForTip(tx, form)).map(({ digest }) => digest)
  for (let attempt = 0; attempt < 5; attempt++) {
    const stored = (await insertOnce(tx, form, { ...tip, photos })) ?? (await findTip(tx, form))
    if (!stored) continue
    await handInTipPhotos(tx, form, { tipId: stored.id, key: stored.key })
    return stored
  }
  throw new Error('no free reference was found')
}

async function insertOnce(tx: Tx, form: TipForm, tip: NewTip & { photos: string[] }): Promise<Stored | undefined> {
  const { content, areaCode, receivedOn, example, tipsKey, photos } = tip
  const { code, codeHash, pair } = form
  const [id, ref, key] = [randomUUID(), newRef(), await newContentKey()]
  const row = {
    ...{ id, ref, areaCode, receivedOn, example, codeHash, tipsKeyId: tipsKey.id },
    codePublicKey: Buffer.from(pair.publicKey).toString('base64url'),
    // Under a key that only the code gives: nobody else can try out what the text may have been.
    fingerprint: fingerprintOf(deriveKey(code, 'fingerprint of a tip'), {
      ...{ ref, kind: 'tip', areaCode, photos },
      ...content,
    }),
    content: await sealContent(key, contentPlace(id), content),
    sealedKey: await sealTo(tipsKey.publicKey, key),
    residentKey: await sealTo(pair.publicKey, key),
  }
  const [made] = await tx.insert(tips).values(row).onConflictDoNothing().returning({ id: tips.id })
  return made && { id, ref, key, isNew: true, areaCode, content: row.content }
}

async function findTip(tx: Tx, { codeHash, pair }: TipForm): Promise<Stored | undefined> {
  const { id, ref, areaCode, content, residentKey } = tips
  const [row] = await tx
    .select({ id, ref, areaCode, content, residentKey })
    .from(tips)
    .where(eq(tips.codeHash, codeHash))
  return row && { ...row, key: await tipKeyByCode(row, pair), isNew: false }
}
