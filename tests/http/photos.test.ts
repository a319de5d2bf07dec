import sharp from 'sharp'
import { expect, test } from 'vitest'
import { waitingPhotos } from '#app/domain/photos/waiting-photos.server.ts'
import { followCookie } from '#app/http/sealed-cookies.server.ts'
import { submit } from '#app/domain/submissions/submit.server.ts'
import { hashOfCode } from '#app/domain/submissions/thread.server.ts'
import * as uploads from '#app/routes/$lang.submit.photos.ts'
import * as followed from '#app/routes/$lang.follow_.photos.$id.ts'
import * as staffs from '#app/routes/staff.submissions.$ref.photos.$id.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { keptPhoto } from '../support/make-photo.ts'
import { jpeg } from '../support/pictures.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

/** Calls a route's loader or action, and gives what it answered or threw as an answer. */
async function answerOf(call: unknown, request: Request, params: Record<string, string>): Promise<Response> {
  const route = call as (given: object) => Promise<Response>
  return route({ request, params, context: { address: '192.0.2.1' } }).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown
    throw thrown
  })
}

function upload(fields: Record<string, string>, file?: [name: string, bytes: Uint8Array]) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  if (file) body.append('photos', new File([new Uint8Array(file[1])], file[0]))
  const request = new Request('http://localhost:3000/sv/submit/photos', { method: 'POST', body })
  return answerOf(uploads.action, request, { lang: 'sv' })
}

test('a photo that is sent by itself is answered as the form lists it, and is taken away again', async () => {
  const formToken = await formTokenOfOurs()
  await keptPhoto(formToken)
  const answer = await upload({ formToken }, ['a.jpg', await jpeg()])
  expect(answer.status).toBe(200)
  const photo = (await answer.json()) as { id: string }
  expect(photo).toMatchObject({
    size: expect.stringMatching(/^\d+ kB$/),
    thumbnail: expect.stringMatching(/^data:image/),
  })
  expect((await waitingPhotos(formToken))[1]).toMatchObject({ id: photo.id })
  const listed = await upload({ formToken, listPhotos: 'yes' })
  expect(listed.headers.get('cache-control')).toBe('no-store')
  expect(await listed.json()).toMatchObject({ waiting: [{}, photo] })

  expect(await (await upload({ formToken, removePhoto: photo.id })).json()).toEqual({ removed: photo.id })
  expect(await waitingPhotos(formToken)).toHaveLength(1)
})

test('a photo that is refused, a form that is too old and a post without a photo say what is wrong', async () => {
  const formToken = await formTokenOfOurs()
  const answers = [
    await upload({ formToken }, ['a.jpg', Buffer.from('GIF89a')]),
    await upload({ formToken: 'none' }, ['a.jpg', await jpeg()]),
    await upload({ formToken: 'none' }),
    await upload({ formToken }),
  ]
  expect(answers.map(({ status }) => status)).toEqual([422, 422, 422, 422])
  const codes = await Promise.all(answers.map(async (answer) => (await answer.json()).error))
  expect(codes.map(({ code }) => code)).toEqual(['not-a-photo', 'stale-form', 'stale-form', 'missing'])
  for (const { message } of codes) expect(message).toMatch(/\.$/)
})

async function sentWithPhoto() {
  const formToken = await formTokenOfOurs()
  const { id } = await keptPhoto(formToken)
  const sent = await submit({
    ...{ kind: 'concern', category: 'lighting', body: 'Lampan är trasig.', placeNote: '', areaCode: '606' },
    ...{ lat: undefined, lon: undefined, place: undefined, contactEmail: undefined, language: 'sv', formToken },
  })
  if ('refused' in sent) throw new Error(sent.refused)
  return { ...sent, id, hash: await hashOfCode(sent.code) }
}

const request = (cookie?: string) =>
  new Request('http://localhost:3000/', { headers: cookie ? { Cookie: cookie } : {} })
const asResident = async (id: string, hash?: string) => {
  const cookie = hash && (await followCookie.keep({ hash, code: '' })).split(';')[0]
  return answerOf(followed.loader, request(cookie), { lang: 'sv', id })
}

test('a resident whose thread is open sees its photos; no other thread and nobody without one does', async () => {
  const { id, hash } = await sentWithPhoto()
  const answer = await asResident(id, hash)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('image/webp')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(await sharp(Buffer.from(await answer.arrayBuffer())).metadata()).toMatchObject({ format: 'webp' })

  expect((await asResident(id, (await makeSubmission()).hash)).status).toBe(404)
  expect((await asResident(id)).status).toBe(404)
  expect((await asResident('../../etc/passwd', hash)).status).toBe(404)
})

test('staff of the receiving authority see the photo of a submission; others are told that there is none', async () => {
  const { id, ref } = await sentWithPhoto()
  const see = async (cookie: string | undefined, at = ref) =>
    (await answerOf(staffs.loader, request(cookie), { ref: at, id })).status
  const coordinator = await cookieOf(await makeStaff('coordinator'))
  expect(await see(coordinator)).toBe(200)
  expect(await see(coordinator, (await makeSubmission()).ref)).toBe(404)
  expect(await see(await cookieOf(await makeStaff('partner', 'poseidon')))).toBe(404)
  expect(await see(await cookieOf(await makeStaff('admin')))).toBe(403)
  expect(await see(undefined)).toBe(302)
})
