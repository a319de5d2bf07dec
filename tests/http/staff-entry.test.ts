import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { hashOfCode, threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import * as entry from '#app/routes/staff.submissions.new.tsx'
import * as code from '#app/routes/staff.submissions.new_.code.tsx'
import { cookieFrom, get, post, type Answer } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { jpeg } from '../support/pictures.ts'

type Shown = {
  open?: string
  handOver?: { code: string; ref: string; tag: string; advice?: { text: string }; spelled: { word: string }[][] }
}

let coordinator: Staff, organiser: Staff
const cookies = new Map<Staff, string>()
beforeAll(async () => {
  ;[coordinator, organiser] = await Promise.all([makeStaff('coordinator'), makeStaff('organiser')])
  for (const staff of [coordinator, organiser]) cookies.set(staff, await cookieOf(staff))
})

const [newPath, codePath] = ['/staff/submissions/new', '/staff/submissions/new/code']
const tokenFor = async (staff: Staff) => {
  const { data } = await get(entry, newPath, { params: {}, cookie: cookies.get(staff) })
  return (data as { parts: { formToken: string } }).parts.formToken
}
const told = {
  ...{ kind: 'idea', category: 'meeting-places', body: 'Han vill ha en bänk vid lekplatsen.', areaCode: '606' },
  ...{ channel: 'dialogue', interpretedFrom: 'ar', language: 'ar', placeNote: '', contactEmail: '' },
}
const send = async (staff: Staff, more: Record<string, string> = {}) => {
  const fields = { ...told, formToken: await tokenFor(staff), ...more }
  return post(entry, newPath, { params: {}, cookie: cookies.get(staff), fields })
}
const see = async (staff: Staff, cookie = '') => {
  const shown = await get(code, codePath, { params: {}, cookie: `${cookies.get(staff)}; ${cookie}` })
  return { ...(shown.data as Shown), status: shown.status, cache: shown.headers.get('Cache-Control') }
}

test('what was told is written down, and the code stands on the next page and nowhere else', async () => {
  const sent = await send(coordinator)
  expect([sent.status, sent.headers.get('Location')]).toEqual([303, codePath])
  const { handOver, open, cache } = await see(coordinator, cookieFrom(sent))
  expect(cache).toBe('no-store')
  expect(handOver?.code).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){4}$/)
  expect(handOver).toMatchObject({ tag: 'ar' })
  expect(handOver?.spelled.flat()).toHaveLength(20)
  expect(open).toBe(`/staff/submissions/${handOver?.ref}`)
  const thread = await threadUnderCode(await hashOfCode(handOver!.code))
  expect(thread?.submission).toMatchObject({ kind: 'idea', category: 'meeting-places' })
  const found = await findForStaff(coordinator, handOver!.ref)
  expect(found?.told).toMatchObject({ channel: 'dialogue', interpretedFrom: 'ar', enteredByName: coordinator.name })
  expect(JSON.stringify(found)).not.toContain(handOver!.code)
})

test('the code is gone once it is handed over, and nobody else on the same computer is shown it', async () => {
  const kept = cookieFrom(await send(coordinator))
  expect((await see(organiser, kept)).handOver).toBeUndefined()
  const done = await post(code, codePath, { params: {}, cookie: `${cookies.get(coordinator)}; ${kept}` })
  expect([done.status, done.headers.get('Location')]).toEqual([303, `${codePath}?done`])
  expect(cookieFrom(done)).toBeUndefined()
  expect((await see(coordinator)).handOver).toBeUndefined()
})

test('an organiser writes down what is said at a dialogue, and is not led to what she may not read', async () => {
  const { handOver, open } = await see(organiser, cookieFrom(await send(organiser)))
  expect(handOver?.code).toBeTruthy()
  expect(open).toBeUndefined()
})

test('the same form sent twice gives the same code', async () => {
  const formToken = await tokenFor(coordinator)
  const codes = await Promise.all(
    [1, 2].map(async () => (await see(coordinator, cookieFrom(await send(coordinator, { formToken })))).handOver?.code),
  )
  expect(codes[0]).toBe(codes[1])
})

test('what is missing is said, with everything kept', async () => {
  const fields = { body: 'Något är trasigt.', kind: 'concern', formToken: await tokenFor(coordinator) }
  const given = await post(entry, newPath, { params: {}, cookie: cookies.get(coordinator), fields })
  expect(given).toMatchObject({
    status: 422,
    data: {
      values: { body: fields.body },
      errors: { category: 'category-missing', channel: 'missing', place: 'missing' },
    },
  })
  expect(await send(coordinator, { channel: 'web' })).toMatchObject({
    status: 422,
    data: { errors: { channel: 'missing' } },
  })
  expect(await send(coordinator, { kind: 'tip' })).toMatchObject({ status: 422, data: { errors: { kind: 'missing' } } })
  expect(await send(coordinator, { formToken: 'made up' })).toMatchObject({
    status: 422,
    data: { errors: { form: 'stale-form' } },
  })
})

/** Posts the form with files, as a browser does. */
async function sendFiles(fields: Record<string, string>, files: Uint8Array[]): Promise<Answer> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const [index, bytes] of files.entries())
    body.append('photos', new File([new Uint8Array(bytes)], `bild-${index}.jpg`))
  return post(entry, newPath, { params: {}, cookie: cookies.get(coordinator), body })
}
const foundAfter = async (sent: Answer) => {
  const { handOver } = await see(coordinator, cookieFrom(sent))
  return { handOver, found: await findForStaff(coordinator, handOver!.ref) }
}

test('photos come with what is written down, and those that came wait while the rest is mended', async () => {
  const fields = { ...told, body: '', formToken: await tokenFor(coordinator) }
  const wrong = await sendFiles(fields, [await jpeg(), Buffer.from('GIF89a')])
  expect(wrong).toMatchObject({
    status: 422,
    data: {
      values: { refusedPhoto: 'not-a-photo bild-1.jpg', placeNote: '', channel: 'dialogue' },
      errors: { body: 'missing', photos: 'not-a-photo' },
      formToken: fields.formToken,
      waiting: [{ size: expect.stringMatching(/ kB$/) }],
    },
  })
  const sent = await sendFiles({ ...fields, body: told.body }, [await jpeg()])
  expect(sent.status).toBe(303)
  const { found } = await foundAfter(sent)
  expect(found?.original?.photos).toHaveLength(2)
})

test('a photo is taken in or away without anything being sent in or found wrong', async () => {
  const formToken = await tokenFor(coordinator)
  const kept = await sendFiles({ body: 'Halv', formToken, keepPhotos: 'yes' }, [await jpeg()])
  expect(kept).toMatchObject({ status: 200, data: { values: { body: 'Halv' }, errors: {}, waiting: [{}] } })
  const [{ id }] = (kept.data as { waiting: [{ id: string }] }).waiting
  const removed = await sendFiles({ body: 'Halv', formToken, removePhoto: id }, [])
  expect(removed).toMatchObject({ status: 200, data: { values: { body: 'Halv' }, errors: {}, waiting: [] } })
})

test('the questions of the category are shown when they are asked for, and what is answered is kept', async () => {
  const shown = await send(coordinator, { category: 'lighting', body: '', showQuestions: 'yes' })
  expect(shown).toMatchObject({ status: 200, data: { values: { category: 'lighting' }, errors: {} } })
  const { data } = await get(entry, newPath, { params: {}, cookie: cookies.get(coordinator) })
  const { questions } = (data as { parts: { questions: Record<string, { field: string }[]> } }).parts
  expect(questions.lighting!.map(({ field }) => field)).toContain('answers.fault')

  const answers = { 'answers.fault': 'several', 'answers.lamps': '4', 'answers.none-such': 'x' }
  const { found } = await foundAfter(await send(coordinator, { category: 'lighting', ...answers }))
  expect(found?.original?.answers).toEqual([
    { question: 'fault', values: ['several'] },
    { question: 'lamps', values: ['4'] },
  ])
  const wrong = await send(coordinator, { category: 'lighting', 'answers.fault': 'several', 'answers.lamps': 'många' })
  expect(wrong).toMatchObject({ status: 422, data: { errors: { 'answers.lamps': 'not-a-number' } } })
})

test('an answer that stops a resident stops nobody who writes it down, and what to say stands beside the code', async () => {
  const sent = await send(coordinator, { kind: 'concern', category: 'upkeep', areaCode: '606' })
  expect((await foundAfter(sent)).handOver?.advice).toBeUndefined()
  const going = await send(coordinator, { kind: 'concern', category: 'fires', 'answers.ongoing': 'yes' })
  expect(going.status).toBe(303)
  expect((await see(coordinator, cookieFrom(going))).handOver?.advice?.text).toContain('112')
})
