import sharp from 'sharp'
import { beforeAll, describe, expect, test } from 'vitest'
import { findPhotoToEdit } from '#app/domain/photos/find-photo-to-edit.server.ts'
import { findPhotoForStaff } from '#app/domain/photos/find-photo-for-staff.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { unpublish } from '#app/domain/submissions/unpublish.server.ts'
import * as publicCase from '#app/routes/$lang.submissions.$ref.tsx'
import * as publicPhoto from '#app/routes/photos.$id[.]webp.ts'
import * as edit from '#app/routes/staff.submissions.$ref_.photos.$id.edit.tsx'
import * as preview from '#app/routes/staff.submissions.$ref_.photos.$id.preview.ts'
import * as state from '#app/routes/staff.submissions.$ref_.photos.$id.state.tsx'
import { get, post } from '../support/call-route.ts'
import { sentPhoto } from '../support/make-photo.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { telltales, tellingJpeg } from '../support/pictures.ts'

let coordinator: Staff, cookie: string
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  cookie = await cookieOf(coordinator)
})

const published = { title: 'En lampa', body: 'Lampan lyser inte.' }
const box = { 'box.1.left': '10', 'box.1.top': '20,5', 'box.1.width': '30', 'box.1.height': '40' }
const alt = { 'alt.sv': 'En trasig lampa' }

async function made(bytes?: Buffer) {
  const { id, ref } = await makeSubmission({ status: 'in_progress', published })
  return { ref, id: await sentPhoto(id, bytes) }
}
type Photo = { ref: string; id: string }

const save = (params: Photo, fields: Record<string, string>) => post(edit, '/x', { params, cookie, fields })
const decide = (params: Photo, fields: Record<string, string>) => post(state, '/x', { params, cookie, fields })
/** The file at an address, as a browser gets it. */
async function fileAt(id: string, headers: Record<string, string> = {}): Promise<Response> {
  const request = new Request(`http://localhost:3000/photos/${id}.webp`, { headers })
  const call = publicPhoto.loader({ request, params: { id }, context: { address: '192.0.2.1' } })
  return call.catch((thrown: unknown) => thrown as Response)
}
type Shown = { voice: { photos: { src: string; alt: { text: string; lang: string }; width: number }[] } }
const shownWith = async (ref: string, lang = 'sv') =>
  ((await get(publicCase, `/${lang}/submissions/${ref}`, { params: { lang, ref } })).data as Shown).voice.photos
const idIn = (src: string) => /^\/photos\/([\da-f-]{36})\.webp$/.exec(src)![1]!

test('a photo is covered, kept, shown with its case in the words that were written, and hidden again', async () => {
  const photo = await made()
  expect(await shownWith(photo.ref)).toEqual([])
  const saved = await save(photo, { seen: '0', ...box, ...alt, 'alt.en': 'A broken lamp' })
  expect([saved.status, saved.headers.get('location')]).toEqual([
    303,
    `/staff/submissions/${photo.ref}/photos/${photo.id}/edit?done=edit`,
  ])
  expect(await shownWith(photo.ref)).toEqual([])

  expect((await decide(photo, { seen: '1', to: 'public' })).status).toBe(303)
  const [shown] = await shownWith(photo.ref)
  expect(shown).toMatchObject({ alt: { text: 'En trasig lampa', lang: 'sv' }, width: 64 })
  expect((await shownWith(photo.ref, 'en'))[0]?.alt).toEqual({ text: 'A broken lamp', lang: 'en' })
  expect((await shownWith(photo.ref, 'so'))[0]?.alt.lang).toBe('sv')
  expect(JSON.stringify(await shownWith(photo.ref))).not.toContain(photo.id)

  const file = await fileAt(idIn(shown!.src))
  expect([file.status, file.headers.get('content-type'), file.headers.get('cache-control')]).toEqual([
    200,
    'image/webp',
    'no-cache',
  ])
  expect((await decide(photo, { seen: '2', to: 'internal' })).status).toBe(303)
  expect(await shownWith(photo.ref)).toEqual([])
  expect((await fileAt(idIn(shown!.src))).status).toBe(404)
})

test('the public file holds none of the covered pixels, no metadata, and is what the preview showed', async () => {
  const photo = await made(await tellingJpeg())
  await save(photo, {
    seen: '0',
    ...alt,
    'box.1.left': '0',
    'box.1.top': '0',
    'box.1.width': '50',
    'box.1.height': '100',
  })
  const looked = await preview.loader({
    request: new Request('http://localhost:3000/x?box.1.left=0&box.1.top=0&box.1.width=50&box.1.height=100', {
      headers: { Cookie: cookie },
    }),
    params: photo,
    context: { address: '192.0.2.1' },
  })
  expect(looked.headers.get('cache-control')).toBe('no-store')
  await decide(photo, { seen: '1', to: 'public' })
  const file = Buffer.from(await (await fileAt(idIn((await shownWith(photo.ref))[0]!.src))).arrayBuffer())
  expect(Buffer.from(await looked.arrayBuffer()).equals(file)).toBe(true)
  for (const telltale of telltales) expect(file.includes(Buffer.from(telltale))).toBe(false)

  const { data, info } = await sharp(file).raw().toBuffer({ resolveWithObject: true })
  const original = await sharp(await findPhotoForStaff(coordinator, photo.ref, photo.id))
    .raw()
    .toBuffer()
  expect(original.length).toBe(data.length)
  let [brightest, covered] = [0, 0]
  for (let at = 0; at < data.length; at += 3) {
    const x = (at / 3) % info.width
    if (x >= info.width / 2 - 1) continue
    brightest = Math.max(brightest, data[at]!, data[at + 1]!, data[at + 2]!)
    covered = Math.max(covered, original[at]!, original[at + 1]!, original[at + 2]!)
  }
  expect(covered).toBeGreaterThan(200)
  expect(brightest).toBeLessThan(12)
})

test('an address that is no longer public is not there, even for who has kept the file', async () => {
  const photo = await made()
  await save(photo, { seen: '0', ...box, ...alt })
  await decide(photo, { seen: '1', to: 'public' })
  const id = idIn((await shownWith(photo.ref))[0]!.src)
  const etag = (await fileAt(id)).headers.get('etag')!
  expect((await fileAt(id, { 'If-None-Match': etag })).status).toBe(304)
  expect((await fileAt(photo.id)).status).toBe(404)
  expect((await fileAt('nothing')).status).toBe(404)
  await unpublish(coordinator, photo.ref)
  expect((await fileAt(id, { 'If-None-Match': etag })).status).toBe(404)
})

test('who looks before she saves keeps nothing, and gets her numbers back', async () => {
  const photo = await made()
  const looked = await save(photo, { seen: '0', ...box, ...alt, look: 'yes' })
  expect(looked).toMatchObject({ status: 200, data: { values: { 'box.1.left': '10', 'alt.sv': 'En trasig lampa' } } })
  expect(await findPhotoToEdit(coordinator, photo.ref, photo.id)).toMatchObject({ version: 0, boxes: [], alt: null })
})

test('a decimal comma and empty rows are taken as they are meant', async () => {
  const photo = await made()
  const empty = { 'box.2.left': '', 'box.2.top': '', 'box.2.width': '', 'box.2.height': '' }
  const whole = { 'crop.left': '0', 'crop.top': '0', 'crop.width': '100', 'crop.height': '100' }
  expect((await save(photo, { seen: '0', ...box, ...empty, ...whole })).status).toBe(303)
  expect(await findPhotoToEdit(coordinator, photo.ref, photo.id)).toMatchObject({
    ...{ crop: null, boxes: [{ left: 10, top: 20.5, width: 30, height: 40 }], alt: null },
  })
})

describe('what is wrong is said by its field, and nothing is kept', () => {
  test.each<[string, Record<string, string>, Record<string, string>]>([
    ['a number is missing', { 'box.1.top': '' }, { 'box.1.top': 'missing' }],
    ['it is no number', { 'box.1.left': 'tio' }, { 'box.1.left': 'not-percent' }],
    ['it is below nothing', { 'box.1.left': '-5' }, { 'box.1.left': 'not-percent' }],
    ['it is too fine', { 'box.1.left': '5.55' }, { 'box.1.left': 'not-percent' }],
    ['it is more than all', { 'box.1.width': '101' }, { 'box.1.width': 'not-percent' }],
    ['it lies outside', { 'box.1.left': '80' }, { 'box.1.width': 'outside-photo' }],
    ['a box covers nothing', { 'box.1.height': '0' }, { 'box.1.height': 'box-too-small' }],
    [
      'the crop leaves next to nothing',
      { 'crop.left': '0', 'crop.top': '0', 'crop.width': '5', 'crop.height': '50' },
      { 'crop.width': 'crop-too-small' },
    ],
    ['there are too many boxes', tooMany(), { 'box.20.left': 'too-many-boxes' }],
    ['the words are too long', { 'alt.sv': 'a'.repeat(301) }, { 'alt.sv': 'too-long' }],
    ['there are words in English alone', { 'alt.sv': '', 'alt.en': 'A lamp' }, { 'alt.sv': 'missing' }],
    ['it does not say what was seen', { seen: 'x' }, { seen: 'not-valid' }],
  ])('%s', async (_, fields, errors) => {
    const photo = await made()
    const answer = await save(photo, { seen: '0', ...box, ...alt, ...fields })
    expect(answer).toMatchObject({ status: 422, data: { errors, values: fields } })
    expect(await findPhotoToEdit(coordinator, photo.ref, photo.id)).toMatchObject({ version: 0 })
  })

  test('a preview of what is wrong is none', async () => {
    const photo = await made()
    expect((await get(preview, '/x?box.1.left=500', { params: photo, cookie })).status).toBe(422)
  })

  test('to withhold asks for a ground and a reason; there is no fourth state', async () => {
    const photo = await made()
    expect(await decide(photo, { seen: '0', to: 'withheld' })).toMatchObject({
      ...{ status: 422, data: { errors: { ground: 'missing', why: 'missing' } } },
    })
    expect((await decide(photo, { seen: '0', to: 'secret' })).status).toBe(422)
    expect((await decide(photo, { seen: '0', to: 'withheld', ground: 'privacy', why: 'Ett ansikte.' })).status).toBe(
      303,
    )
  })
})

test('who saves second is told, and keeps what she typed', async () => {
  const photo = await made()
  await save(photo, { seen: '0', ...box, ...alt })
  const answer = await save(photo, {
    seen: '0',
    ...alt,
    'box.1.left': '1',
    'box.1.top': '1',
    'box.1.width': '1',
    'box.1.height': '1',
  })
  expect(answer).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile', values: { 'box.1.left': '1' } } })
  expect(await get(edit, '/x', { params: photo, cookie })).toMatchObject({
    data: { version: 1, kept: { boxes: [{ left: 10 }] } },
  })
})

function tooMany(): Record<string, string> {
  const one = (number: number) =>
    ['left', 'top', 'width', 'height'].map((side) => [`box.${number}.${side}`, '2'] as const)
  return Object.fromEntries(Array.from({ length: 21 }, (_, index) => one(index + 1)).flat())
}
