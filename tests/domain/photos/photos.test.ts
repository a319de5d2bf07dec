import { eq } from 'drizzle-orm'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { portalSettings } from '#db/schema/records.ts'
import { routings, submissions } from '#db/schema/submissions.ts'
import { eraseWaitingPhotos } from '#app/domain/photos/erase-waiting-photos.server.ts'
import { findPhotoForStaff } from '#app/domain/photos/find-photo-for-staff.server.ts'
import { findPhoto } from '#app/domain/photos/find-photo.server.ts'
import { originalsSetting } from '#app/domain/photos/originals.server.ts'
import { photosOfSubmission } from '#app/domain/photos/photos-of-submission.server.ts'
import { removePhoto } from '#app/domain/photos/remove-photo.server.ts'
import { waitingPhotos } from '#app/domain/photos/waiting-photos.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import { unsealBytes } from '#app/sealing/keys.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { keptPhoto, storedPhoto } from '../../support/make-photo.ts'
import { jpeg, telltales, tellingJpeg } from '../../support/pictures.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const idsWaiting = async (formToken: string) => (await waitingPhotos(formToken)).map(({ id }) => id)

/** Sends a form in with the photos that wait for it. */
async function send(formToken: string, body = 'Lampan är trasig.') {
  const sent = await submit({
    ...{ kind: 'concern', category: 'lighting', body, placeNote: '', areaCode: '606', language: 'sv', formToken },
    ...{ lat: undefined, lon: undefined, place: undefined, contactEmail: undefined },
  })
  if ('refused' in sent) throw new Error(sent.refused)
  const [row] = await as({ as: 'seed' }, (tx) =>
    tx.select({ id: submissions.id }).from(submissions).where(eq(submissions.ref, sent.ref)),
  )
  return { ...sent, ...row!, hash: await hashOfCode(sent.code) }
}

const sentPhotos = (submissionId: string) => as({ as: 'seed' }, (tx) => photosOfSubmission(tx, submissionId))

test('a photo waits for its form, small enough to be listed, and lies encrypted in the database', async () => {
  const formToken = await formTokenOfOurs()
  const { id } = await keptPhoto(formToken)
  const [waiting] = await waitingPhotos(formToken)
  expect(waiting).toMatchObject({ id, size: expect.any(Number) })
  expect(waiting!.thumbnail).toMatch(/^data:image\/webp;base64,/)

  const row = (await storedPhoto(id))!
  expect(Buffer.from(row.sealed).includes('RIFF')).toBe(false)
  const opened = unsealBytes(await lastingKey('photos'), row.sealed)!
  expect(await sharp(opened).metadata()).toMatchObject({ format: 'webp', width: 64, height: 48 })
  expect(row.sealed.length).toBe(opened.length + 28)
})

test('the photos of one form are not seen from another', async () => {
  await keptPhoto(await formTokenOfOurs())
  expect(await waitingPhotos(await formTokenOfOurs())).toEqual([])
})

test('a waiting photo is taken away by who holds its form, and by nobody else', async () => {
  const [formToken, another] = [await formTokenOfOurs(), await formTokenOfOurs()]
  const { id } = await keptPhoto(formToken)
  await removePhoto(another, id)
  await removePhoto(formToken, 'no id at all')
  expect(await idsWaiting(formToken)).toEqual([id])
  await removePhoto(formToken, id)
  expect(await waitingPhotos(formToken)).toEqual([])
})

test('what waits is handed in with the form, in order, and can then not be taken away', async () => {
  const formToken = await formTokenOfOurs()
  const ids = [await keptPhoto(formToken), await keptPhoto(formToken), await keptPhoto(formToken)].map(({ id }) => id)
  const { id } = await send(formToken)
  await removePhoto(formToken, ids[0]!)
  expect((await sentPhotos(id)).map((photo) => photo.id)).toEqual(ids)
  expect(await waitingPhotos(formToken)).toEqual([])
})

test('the same form sent twice with the same photos has them once; one that came with the second is added', async () => {
  const formToken = await formTokenOfOurs()
  const file = await jpeg()
  await keptPhoto(formToken, file)
  const first = await send(formToken)
  await keptPhoto(formToken, file)
  const second = await send(formToken)
  expect(second.code).toBe(first.code)
  expect(await sentPhotos(first.id)).toHaveLength(1)
  await keptPhoto(formToken)
  await send(formToken)
  expect(await sentPhotos(first.id)).toHaveLength(2)
})

test('a resident sees the photos of her own submission, and nobody else’s code shows them', async () => {
  const formToken = await formTokenOfOurs()
  const { id } = await keptPhoto(formToken)
  const mine = await send(formToken)
  const other = await makeSubmission()
  expect(await sharp(await findPhoto(mine.hash, id)).metadata()).toMatchObject({ format: 'webp' })
  expect(await findPhoto(other.hash, id)).toBeUndefined()
  expect(await findPhoto('', id)).toBeUndefined()
  expect(await findPhoto(mine.hash, 'not an id')).toBeUndefined()
})

test('a photo that still waits is shown to nobody', async () => {
  const { id } = await keptPhoto(await formTokenOfOurs())
  const coordinator = await makeStaff('coordinator')
  const { ref, hash } = await makeSubmission()
  expect(await findPhoto(hash, id)).toBeUndefined()
  expect(await findPhotoForStaff(coordinator, ref, id)).toBeUndefined()
})

test('staff who may read what the resident sent see its photos; a company and those outside see none', async () => {
  const formToken = await formTokenOfOurs()
  const { id } = await keptPhoto(formToken)
  const mine = await send(formToken)
  const [coordinator, officer, outreach, company] = [
    await makeStaff('coordinator'),
    await makeStaff('officer'),
    await makeStaff('partner', 'faltenheten'),
    await makeStaff('partner', 'poseidon'),
  ]
  expect(await findPhotoForStaff(coordinator, mine.ref, id)).toBeInstanceOf(Buffer)
  for (const outside of [officer, outreach, company])
    expect(await findPhotoForStaff(outside, mine.ref, id)).toBeUndefined()

  await as({ as: 'seed' }, async (tx) => {
    await tx.update(submissions).set({ screenedAt: new Date() }).where(eq(submissions.id, mine.id))
    const to = [outreach, company].map(({ organisation }) => ({ submissionId: mine.id, organisation }))
    await tx
      .insert(routings)
      .values(to.map((row) => ({ ...row, rewrittenBody: 'En lampa är trasig.', staffId: coordinator.id })))
  })
  expect(await findPhotoForStaff(outreach, mine.ref, id)).toBeInstanceOf(Buffer)
  expect(await findPhotoForStaff(company, mine.ref, id)).toBeUndefined()
  expect((await findForStaff(outreach, mine.ref))?.original?.photos).toMatchObject([{ id }])
  expect(JSON.stringify(await findForStaff(company, mine.ref))).not.toContain(id)
  const another = await makeSubmission()
  expect(await findPhotoForStaff(coordinator, another.ref, id)).toBeUndefined()
})

test('the file as it came is kept encrypted, until a disposal decision says otherwise', async () => {
  await as({ as: 'seed' }, (tx) => tx.delete(portalSettings).where(eq(portalSettings.name, originalsSetting)))
  const original = await tellingJpeg()
  const { id } = await keptPhoto(await formTokenOfOurs(), original)
  const { sealedOriginal } = (await storedPhoto(id))!
  for (const told of telltales) expect(Buffer.from(sealedOriginal!).includes(told)).toBe(false)
  expect(unsealBytes(await lastingKey('photos'), sealedOriginal!)?.equals(original)).toBe(true)

  await as({ as: 'seed' }, (tx) => tx.insert(portalSettings).values({ name: originalsSetting, value: 'GBG 2026/17' }))
  try {
    const later = await keptPhoto(await formTokenOfOurs(), original)
    expect(await storedPhoto(later.id)).toMatchObject({ sealedOriginal: null })
  } finally {
    await as({ as: 'seed' }, (tx) => tx.delete(portalSettings).where(eq(portalSettings.name, originalsSetting)))
  }
})

test('a photo whose form was never sent is thrown away after a day; one that was handed in stays', async () => {
  const [forgotten, fresh, sent] = [await formTokenOfOurs(), await formTokenOfOurs(), await formTokenOfOurs()]
  const old = [await keptPhoto(forgotten), await keptPhoto(sent)].map(({ id }) => id)
  await keptPhoto(fresh)
  const { id } = await send(sent)
  const twoDaysAgo = new Date(Date.now() - 2 * 24 * 60 * 60 * 1000)
  for (const one of old)
    await as({ as: 'seed' }, (tx) => tx.update(photos).set({ keptAt: twoDaysAgo }).where(eq(photos.id, one)))

  await as(worker, (tx) => eraseWaitingPhotos(tx, new Date()))
  expect(await waitingPhotos(forgotten)).toEqual([])
  expect(await waitingPhotos(fresh)).toHaveLength(1)
  expect(await sentPhotos(id)).toHaveLength(1)
})
