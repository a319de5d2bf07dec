import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { as, everyone, worker } from '#db/client.server.ts'
import { listenTo } from '#db/listen.server.ts'
import { photoEdits, photos, publicPhotos } from '#db/schema/photos.ts'
import { routings } from '#db/schema/submissions.ts'
import { editPhoto } from '#app/domain/photos/edit-photo.server.ts'
import { findPhotoForStaff } from '#app/domain/photos/find-photo-for-staff.server.ts'
import { findPhotoToEdit } from '#app/domain/photos/find-photo-to-edit.server.ts'
import { findPhoto } from '#app/domain/photos/find-photo.server.ts'
import { findPublicPhoto } from '#app/domain/photos/find-public-photo.server.ts'
import { previewPhoto } from '#app/domain/photos/preview-photo.server.ts'
import { setPhotoState } from '#app/domain/photos/set-photo-state.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { merge } from '#app/domain/submissions/merge.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { findPublished } from '#app/domain/submissions/published.server.ts'
import { unpublish } from '#app/domain/submissions/unpublish.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { sentPhoto, storedPhoto } from '../../support/make-photo.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const alt = { sv: 'En trasig lampa vid gångvägen' }
const boxes = [{ left: 10, top: 10, width: 30, height: 40 }]
const published = { title: 'En lampa', body: 'Lampan lyser inte.' }

/** A case with a photo, and a coordinator who handles it. */
async function made(wanted: Parameters<typeof makeSubmission>[0] = { status: 'in_progress', published }) {
  const submission = await makeSubmission(wanted)
  const id = await sentPhoto(submission.id)
  return { ...submission, photo: { ref: submission.ref, id }, coordinator: await makeStaff('coordinator') }
}

type Photo = { ref: string; id: string }

/** Makes a photo public, with boxes and a text; gives the address of its public version. */
async function shown(staff: Staff, photo: Photo): Promise<string> {
  expect(await editPhoto(staff, photo, { crop: null, boxes, alt, seen: 0 })).toEqual({ version: 1 })
  expect(await setPhotoState(staff, photo, { to: 'public', seen: 1 })).toEqual({ state: 'public' })
  return (await publicIdOf(photo))!
}

const publicIdOf = async ({ id }: Photo): Promise<string | undefined> => {
  const [row] = await as({ as: 'seed' }, (tx) =>
    tx.select({ id: publicPhotos.id }).from(publicPhotos).where(eq(publicPhotos.photoId, id)),
  )
  return row?.id
}

test('a photo is shown with its published case once that was chosen, and as it was looked at before', async () => {
  const { photo, ref, coordinator } = await made()
  expect((await findPublished(ref))?.photos).toEqual([])
  const edited = await editPhoto(coordinator, photo, { crop: null, boxes, alt, seen: 0 })
  expect(edited).toEqual({ version: 1 })
  expect((await findPublished(ref))?.photos).toEqual([])

  const looked = await previewPhoto(coordinator, photo, { crop: null, boxes })
  await setPhotoState(coordinator, photo, { to: 'public', seen: 1 })
  const [row] = (await findPublished(ref))!.photos
  expect(row).toMatchObject({ alt, width: 64, height: 48 })
  expect(row!.id).not.toBe(photo.id)
  expect('webp' in looked && looked.webp.equals((await findPublicPhoto(row!.id))!)).toBe(true)
  expect(await findPublicPhoto(photo.id)).toBeUndefined()
})

test('the photo as it was sent stays, for the resident too', async () => {
  const { photo, hash, coordinator } = await made()
  const before = await storedPhoto(photo.id)
  const sent = await findPhoto(hash, photo.id)
  const publicId = await shown(coordinator, photo)
  expect(await storedPhoto(photo.id)).toEqual({ ...before, state: 'public' })
  expect((await findPhoto(hash, photo.id))!.equals(sent!)).toBe(true)
  expect((await findPublicPhoto(publicId))!.equals(sent!)).toBe(false)
})

test('changing the boxes of a photo that is public makes a new file at once, and the old one is gone', async () => {
  const { photo, ref, coordinator } = await made()
  const before = await shown(coordinator, photo)
  const old = await findPublicPhoto(before)
  const crop = { left: 0, top: 0, width: 50, height: 100 }
  expect(await editPhoto(coordinator, photo, { crop, boxes, alt, seen: 2 })).toEqual({ version: 3 })
  expect(await findPublicPhoto(before)).toBeUndefined()
  const [now] = (await findPublished(ref))!.photos
  expect(now).toMatchObject({ width: 32, height: 48 })
  expect((await findPublicPhoto(now!.id))!.equals(old!)).toBe(false)
  const rows = await as({ as: 'seed' }, (tx) => tx.$count(publicPhotos, eq(publicPhotos.photoId, photo.id)))
  expect(rows).toBe(1)
})

test('a photo that is internal again, or withheld, is gone from the public, and pages are made anew', async () => {
  for (const change of [
    { to: 'internal' as const, seen: 2 },
    { to: 'withheld' as const, ground: 'privacy' as const, reason: 'Ett ansikte syns.', seen: 2 },
  ]) {
    const { photo, ref, coordinator } = await made()
    const publicId = await shown(coordinator, photo)
    let told = 0
    const stop = await listenTo(process.env.TEST_DATABASE_URL!, { public_changed: () => (told += 1) })
    told = 0
    await setPhotoState(coordinator, photo, change)
    await expect.poll(() => told).toBeGreaterThan(0)
    await stop()
    expect(await findPublicPhoto(publicId)).toBeUndefined()
    expect((await findPublished(ref))?.photos).toEqual([])
  }
})

test('a photo goes with its case: unpublished it is not there, published again it is', async () => {
  const { photo, ref, coordinator } = await made()
  const publicId = await shown(coordinator, photo)
  await unpublish(coordinator, ref)
  expect(await findPublicPhoto(publicId)).toBeUndefined()
  await publish(coordinator, ref)
  expect(await findPublicPhoto(publicId)).toBeDefined()
})

test('a case that is merged stays public with its photo; a photo chosen before is shown once the case is published', async () => {
  const { photo, ref, coordinator } = await made()
  const publicId = await shown(coordinator, photo)
  const { ref: into } = await makeSubmission({ status: 'in_progress' })
  expect(await merge(coordinator, ref, { from: 'in_progress', into })).toEqual({ merged: into })
  expect(await findPublicPhoto(publicId)).toBeDefined()

  const unseen = await made({ status: 'in_progress' })
  const waiting = await shown(unseen.coordinator, unseen.photo)
  expect(await findPublicPhoto(waiting)).toBeUndefined()
})

test('a photo that is disposed of takes all that was made of it along', async () => {
  const { photo, coordinator } = await made()
  const publicId = await shown(coordinator, photo)
  await as({ as: 'seed' }, (tx) => tx.delete(photos).where(eq(photos.id, photo.id)))
  expect(await findPublicPhoto(publicId)).toBeUndefined()
  const left = await as({ as: 'seed' }, (tx) => tx.$count(photoEdits, eq(photoEdits.photoId, photo.id)))
  expect(left).toBe(0)
})

describe('withheld', () => {
  const withheld = { to: 'withheld' as const, ground: 'secrecy' as const, reason: 'Ett vittne syns i bakgrunden.' }

  test('a photo is read by those alone whose authority has the case, and by the resident who sent it', async () => {
    const { id, photo, hash, coordinator } = await made()
    const [registrar, field, company] = [
      await makeStaff('registrar'),
      await makeStaff('partner', 'faltenheten'),
      await makeStaff('partner'),
    ]
    const officer = await makeStaff('officer')
    const by = { staffId: coordinator.id, rewrittenBody: 'En lampa.' }
    for (const organisation of ['faltenheten', 'gardstensbostader', 'polisen'])
      await as({ as: 'seed' }, (tx) => tx.insert(routings).values({ submissionId: id, organisation, ...by }))
    const readers = async () => {
      const read: string[] = []
      for (const one of [coordinator, registrar, field, officer, company])
        if (await findPhotoForStaff(one, photo.ref, photo.id)) read.push(`${one.role} of ${one.organisation}`)
      return read
    }
    const [own, others] = [
      ['coordinator of trygghetssamordningen', 'registrar of goteborg'],
      ['partner of faltenheten', 'officer of polisen'],
    ]
    expect(await readers()).toEqual([...own, ...others])
    expect((await findForStaff(field, photo.ref))?.original?.photos).toHaveLength(1)
    await setPhotoState(coordinator, photo, { ...withheld, seen: 0 })
    expect(await readers()).toEqual(own)
    expect((await findForStaff(field, photo.ref))?.original?.photos).toEqual([])
    expect(await findPhoto(hash, photo.id)).toBeDefined()
  })

  test('a photo does not become public but by way of internal, and its reason goes when it is withheld no more', async () => {
    const { photo, coordinator } = await made()
    await editPhoto(coordinator, photo, { crop: null, boxes, alt, seen: 0 })
    await setPhotoState(coordinator, photo, { ...withheld, seen: 1 })
    expect(await findPhotoToEdit(coordinator, photo.ref, photo.id)).toMatchObject({ reason: withheld.reason })
    expect(await setPhotoState(coordinator, photo, { to: 'public', seen: 2 })).toEqual({ refused: 'wrong-status' })
    expect(await setPhotoState(coordinator, photo, { to: 'internal', seen: 2 })).toEqual({ state: 'internal' })
    const found = await findPhotoToEdit(coordinator, photo.ref, photo.id)
    expect(found).toMatchObject({ ground: null, reason: '', boxes, alt, state: 'internal' })
  })
})

describe('two at once', () => {
  test('who saves or decides second is told, and what the first did stands', async () => {
    const { photo, coordinator } = await made()
    const other = await makeStaff('coordinator')
    const first = { crop: null, boxes, alt, seen: 0 }
    const second = { crop: null, boxes: [], alt: { sv: 'Något annat' }, seen: 0 }
    const answers = await Promise.all([editPhoto(coordinator, photo, first), editPhoto(other, photo, second)])
    expect(answers.filter((one) => 'version' in one)).toHaveLength(1)
    expect(answers).toContainEqual({ refused: 'changed-meanwhile' })
    for (const to of ['public', 'internal'] as const)
      expect(await setPhotoState(other, photo, { to, seen: 0 })).toEqual({ refused: 'changed-meanwhile' })
    const kept = 'version' in answers[0] ? first : second
    expect(await findPhotoToEdit(other, photo.ref, photo.id)).toMatchObject({ boxes: kept.boxes, alt: kept.alt })
  })

  test('what is made public is what was seen: boxes that changed meanwhile are not shown unseen', async () => {
    const { photo, ref, coordinator } = await made()
    await editPhoto(coordinator, photo, { crop: null, boxes, alt, seen: 0 })
    await editPhoto(await makeStaff('coordinator'), photo, { crop: null, boxes: [], alt, seen: 1 })
    expect(await setPhotoState(coordinator, photo, { to: 'public', seen: 1 })).toEqual({ refused: 'changed-meanwhile' })
    expect((await findPublished(ref))?.photos).toEqual([])
  })
})

describe('it is refused', () => {
  test('to show a photo that nobody has said in Swedish what it shows, or to take those words from one that is shown', async () => {
    const { photo, coordinator } = await made()
    const missing = { refused: 'photo-text-missing' }
    expect(await setPhotoState(coordinator, photo, { to: 'public', seen: 0 })).toEqual(missing)
    await shown(coordinator, photo)
    expect(await editPhoto(coordinator, photo, { crop: null, boxes, alt: null, seen: 2 })).toEqual(missing)
  })

  test('to who does not handle the case: as not there to who does not see it, as not allowed to who does', async () => {
    const { id, photo, coordinator } = await made()
    const officer = await makeStaff('officer')
    const edit = { crop: null, boxes, alt, seen: 0 }
    const tried = async () => [
      await editPhoto(officer, photo, edit),
      await setPhotoState(officer, photo, { to: 'public', seen: 0 }),
      await previewPhoto(officer, photo, edit),
    ]
    expect(await tried()).toEqual([1, 2, 3].map(() => ({ refused: 'not-found' })))
    const routing = { submissionId: id, organisation: 'polisen', staffId: coordinator.id }
    await as({ as: 'seed' }, (tx) => tx.insert(routings).values(routing))
    expect(await tried()).toEqual([1, 2, 3].map(() => ({ refused: 'not-allowed' })))
    for (const role of ['registrar', 'partner', 'admin'] as const)
      await expect(editPhoto(await makeStaff(role), photo, edit)).rejects.toThrow(/may not publish/)
  })

  test('to reach a photo by the reference of another case', async () => {
    const { photo, coordinator } = await made()
    const { ref } = await makeSubmission({ status: 'in_progress' })
    const edit = { crop: null, boxes, alt, seen: 0 }
    for (const wrong of [
      { ref, id: photo.id },
      { ref: photo.ref, id: 'nothing' },
    ])
      expect(await editPhoto(coordinator, wrong, edit)).toEqual({ refused: 'not-found' })
  })
})

test('each decision leaves a line of the audit, without a word of what was written', async () => {
  const { id, photo, coordinator } = await made()
  await shown(coordinator, photo)
  await setPhotoState(coordinator, photo, { to: 'withheld', ground: 'privacy', reason: 'Ett ansikte syns.', seen: 2 })
  const lines = (await auditOf(id)).filter(({ event }) => event.startsWith('photo-'))
  const by = { staffId: coordinator.id }
  expect(lines).toEqual([
    { event: 'photo-edited', ...by, details: { photo: photo.id, boxes: 1, cropped: false, public: false } },
    { event: 'photo-state-set', ...by, details: { photo: photo.id, state: 'public' } },
    { event: 'photo-state-set', ...by, details: { photo: photo.id, state: 'withheld', ground: 'privacy' } },
  ])
})

test('the database itself gives nobody a public version of what is not public, or not published', async () => {
  const { id, photo, coordinator } = await made({ status: 'in_progress' })
  const version = {
    photoId: photo.id,
    submissionId: id,
    position: 0,
    width: 1,
    height: 1,
    alt,
    sealed: new Uint8Array([1]),
  }
  await expect(as(coordinator, (tx) => tx.insert(publicPhotos).values(version))).rejects.toThrow()
  await as({ as: 'seed' }, (tx) => tx.insert(publicPhotos).values(version))
  const seen = await as(everyone, (tx) =>
    tx.select({ id: publicPhotos.id }).from(publicPhotos).where(eq(publicPhotos.submissionId, id)),
  )
  expect(seen).toEqual([])
  await expect(as(worker, (tx) => tx.select().from(publicPhotos))).rejects.toThrow()
  await as(coordinator, (tx) => tx.update(photos).set({ state: 'withheld' }).where(eq(photos.id, photo.id)))
  expect(await publicIdOf(photo)).toBeUndefined()
})
