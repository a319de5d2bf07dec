import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { portalSettings } from '#db/schema/records.ts'
import { tipPhotos } from '#db/schema/tips.ts'
import { encodeAnew } from '#app/domain/photos/encode-anew.server.ts'
import { originalsSetting } from '#app/domain/photos/originals.server.ts'
import { eraseWaitingTipPhotos } from '#app/domain/tips/erase-waiting-tip-photos.server.ts'
import { keepTipPhoto } from '#app/domain/tips/keep-tip-photo.server.ts'
import { removeTipPhoto } from '#app/domain/tips/remove-tip-photo.server.ts'
import { originalPlace, photoPlace } from '#app/domain/tips/sealed-content.server.ts'
import { waitingTipPhotos } from '#app/domain/tips/waiting-tip-photos.server.ts'
import { decrypt, photoStep } from '#app/sealing/envelopes.ts'
import { makeHolders, setTips, type TestHolders } from '../../support/make-holders.ts'
import { keyByHolder, makeTip, storedTipPhoto, tipFormToken } from '../../support/told-tip.ts'
import { jpeg } from '../../support/pictures.ts'

let tipsKey: TestHolders['tipsKey']
beforeAll(async () => {
  ;({ tipsKey } = await makeHolders())
  await setTips('open')
  await as({ as: 'seed' }, (tx) => tx.delete(portalSettings).where(eq(portalSettings.name, originalsSetting)))
})
afterAll(() => setTips('signpost'))

async function kept(formToken: string, file: Buffer): Promise<string> {
  const result = await keepTipPhoto(formToken, () => Promise.resolve(file))
  if ('refused' in result) throw new Error(result.refused)
  return result.id
}

const howManyElsewhere = () => as({ as: 'seed' }, (tx) => tx.$count(photos))

test('a photo waits encrypted with its form, is handed in with the tip, and opens for a holder, as does its original', async () => {
  const [formToken, file, before] = [await tipFormToken(), await jpeg(), await howManyElsewhere()]
  const id = await kept(formToken, file)
  expect(await kept(formToken, file)).toBe(id)
  expect(await waitingTipPhotos(formToken)).toMatchObject([{ id, thumbnail: expect.stringMatching(/^data:image/) }])
  expect(await waitingTipPhotos(await tipFormToken())).toEqual([])
  const waiting = (await storedTipPhoto(id))!

  const { ref } = await makeTip({ formToken })
  const stored = (await storedTipPhoto(id))!
  expect(Buffer.from(stored.content).equals(Buffer.from(waiting.content))).toBe(false)
  const key = await keyByHolder(ref, tipsKey)
  const encoded = (await encodeAnew(file)) as { webp: Buffer }
  expect(await decrypt(key, stored.content, { place: photoPlace(id), step: photoStep })).toEqual(encoded.webp)
  expect(await decrypt(key, stored.original!, { place: originalPlace(id), step: photoStep })).toEqual(file)
  expect(await waitingTipPhotos(formToken)).toEqual([])
  expect(await howManyElsewhere()).toBe(before)
})

test('five photos come with a form and no sixth; one that is taken away makes room', async () => {
  const formToken = await tipFormToken()
  const ids: string[] = []
  for (let count = 0; count < 5; count++) ids.push(await kept(formToken, await jpeg()))
  const sixth = await jpeg()
  expect(await keepTipPhoto(formToken, () => Promise.resolve(sixth))).toEqual({ refused: 'too-many-photos' })
  await removeTipPhoto(formToken, 'no id')
  await removeTipPhoto(await tipFormToken(), ids[0]!)
  expect(await waitingTipPhotos(formToken)).toHaveLength(5)
  await removeTipPhoto(formToken, ids[0]!)
  await kept(formToken, sixth)
  expect(await waitingTipPhotos(formToken)).toHaveLength(5)
  expect(await keepTipPhoto(formToken, () => Promise.resolve(Buffer.from('no photo')))).toHaveProperty('refused')
})

test('a form that was posted twice has its photos once, also those that came between', async () => {
  const formToken = await tipFormToken()
  const file = await jpeg()
  await kept(formToken, file)
  const { id: tipId } = await makeTip({ formToken })
  await kept(formToken, file)
  await kept(formToken, await jpeg())
  await makeTip({ formToken })
  expect(await as({ as: 'seed' }, (tx) => tx.$count(tipPhotos, eq(tipPhotos.tipId, tipId)))).toBe(2)
})

test('photos that wait for nothing are thrown away when a whole day has passed, others stay', async () => {
  const [old, young, sent] = [await tipFormToken(), await tipFormToken(), await tipFormToken()]
  const [oldId, youngId, sentId] = [
    await kept(old, await jpeg()),
    await kept(young, await jpeg()),
    await kept(sent, await jpeg()),
  ]
  await makeTip({ formToken: sent })
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(tipPhotos)
      .set({ keptOn: sql`current_date - 2` })
      .where(sql`${tipPhotos.id} in (${oldId}, ${sentId})`),
  )
  await as(worker, (tx) => eraseWaitingTipPhotos(tx, new Date()))
  expect(await storedTipPhoto(oldId)).toBeUndefined()
  expect(await storedTipPhoto(youngId)).toBeDefined()
  expect(await storedTipPhoto(sentId)).toBeDefined()
})
