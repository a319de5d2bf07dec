import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipMessages, tipPhotos, tips } from '#db/schema/tips.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { openContent, contentPlace, type TipContent } from '#app/domain/tips/sealed-content.server.ts'
import { takeTip, type TipInput } from '#app/domain/tips/take-tip.server.ts'
import { tipFormKey } from '#app/domain/tips/tip-forms.server.ts'
import { openWith, type KeyPair } from '#app/sealing/envelopes.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'

/** A token of a tip's form, as its page has it. */
export const tipFormToken = async (now?: number): Promise<string> => newFormToken(await tipFormKey(), now)

/** The form of a tip filled in with a token of its own, or what is said instead. */
export const filledTip = async (said: Partial<TipInput> = {}): Promise<TipInput> => ({
  ...{ category: 'drugs', body: 'Vid porten säljs det varje kväll.', placeNote: '', language: 'sv' },
  ...{ lat: undefined, lon: undefined, place: undefined, areaCode: '606' },
  formToken: await tipFormToken(),
  ...said,
})

/** A tip, sent in as a resident does; tips must be open (`makeHolders`, `setTips`). */
export async function makeTip(said: Partial<TipInput> = {}, now = new Date()) {
  const input = await filledTip(said)
  const made = await takeTip(input, { now })
  if ('refused' in made) throw new Error(made.refused)
  const row = (await storedTip(made.ref))!
  return { ...made, id: row.id, hash: await hashOfCode(made.code), formToken: input.formToken }
}

/** A tip as it lies in the database. */
export async function storedTip(ref: string) {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(tips).where(eq(tips.ref, ref)))
  return row
}

/** The messages of a tip as they lie in the database. */
export const storedMessages = (tipId: string) =>
  as({ as: 'seed' }, (tx) =>
    tx.select().from(tipMessages).where(eq(tipMessages.tipId, tipId)).orderBy(tipMessages.position),
  )

/** A photo of a tip as it lies in the database. */
export async function storedTipPhoto(id: string) {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(tipPhotos).where(eq(tipPhotos.id, id)))
  return row
}

/** The tip's own key, as a holder gets it with the tips key. */
export async function keyByHolder(ref: string, tipsKey: KeyPair): Promise<Uint8Array> {
  const key = await openWith(tipsKey, (await storedTip(ref))!.sealedKey)
  if (!key) throw new Error('the tip does not open with this key')
  return key
}

/** What a holder reads of a tip. */
export async function readByHolder(ref: string, tipsKey: KeyPair): Promise<TipContent> {
  const { id, content } = (await storedTip(ref))!
  return openContent<TipContent>(await keyByHolder(ref, tipsKey), contentPlace(id), content)
}
