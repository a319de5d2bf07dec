import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readFormWithPhotos } from '#app/http/forms-with-photos.server.ts'
import { submitInput } from '#app/domain/submissions/input.server.ts'
import { removePhoto } from '#app/domain/photos/remove-photo.server.ts'
import { waitingPhotos } from '#app/domain/photos/waiting-photos.server.ts'
import { formTokenOfOurs } from '../support/form-token.ts'
import { keptPhoto } from '../support/make-photo.ts'
import { jpeg } from '../support/pictures.ts'

const address = 'http://localhost:3000/sv/submit/concern'
const kind = { kind: 'concern' }
const said = { category: 'lighting', body: 'Lampan är trasig.', areaCode: '606' }

type Posted = { fields?: Record<string, string>; files?: [name: string, bytes: Uint8Array][]; filesFirst?: boolean }

/** A form as a browser posts it: an empty choice of files is a part without a name. */
function multipart({ fields = {}, files = [], filesFirst = false }: Posted): Request {
  const form = new FormData()
  const addFiles = () => {
    for (const [name, bytes] of files) form.append('photos', new File([new Uint8Array(bytes)], name))
    if (files.length === 0) form.append('photos', new File([], '', { type: 'application/octet-stream' }))
  }
  if (filesFirst) addFiles()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  if (!filesFirst) addFiles()
  return new Request(address, { method: 'POST', body: form })
}

const read = (posted: Posted) => readFormWithPhotos(multipart(posted), submitInput, kind)
const idsWaiting = async (formToken: string) => (await waitingPhotos(formToken)).map(({ id }) => id)

const files = mkdtempSync(join(tmpdir(), 'portal-uploads-'))
const usual = process.env.TMPDIR
beforeAll(() => void (process.env.TMPDIR = files))
afterAll(() => {
  if (usual === undefined) delete process.env.TMPDIR
  else process.env.TMPDIR = usual
  rmSync(files, { recursive: true })
})

test('a form with photos is read whole, and its photos wait under its token, wherever in the form that stands', async () => {
  for (const filesFirst of [false, true]) {
    const formToken = await formTokenOfOurs()
    const form = await read({
      fields: { ...said, formToken, contactEmail: '' },
      files: [
        ['ett.jpg', await jpeg()],
        ['två.png', await jpeg()],
      ],
      filesFirst,
    })
    expect(form).toMatchObject({ errors: {}, input: { body: said.body, formToken }, values: { formToken } })
    expect(await idsWaiting(formToken)).toEqual(form.kept)
    expect(form.kept).toHaveLength(2)
  }
})

test('a form without photos is read as it always was, in either encoding', async () => {
  const formToken = await formTokenOfOurs()
  const body = new URLSearchParams({ ...said, formToken })
  const plain = await readFormWithPhotos(new Request(address, { method: 'POST', body }), submitInput, kind)
  expect(plain).toEqual(await read({ fields: { ...said, formToken } }))
  expect(plain.input).toMatchObject({ body: said.body })
  expect(plain.values).toEqual({ ...said, formToken })
})

test('a field that is ticked several times comes with commas, and a NUL in it goes', async () => {
  const form = new FormData()
  for (const value of ['a', 'b\0', 'c']) form.append('answers.when', value)
  const { values } = await readFormWithPhotos(new Request(address, { method: 'POST', body: form }), submitInput, kind)
  expect(values).toEqual({ 'answers.when': 'a,b,c' })
})

test('a photo that was accepted waits though the rest of the form is wrong', async () => {
  const formToken = await formTokenOfOurs()
  const form = await read({ fields: { ...said, body: '  ', formToken }, files: [['a.jpg', await jpeg()]] })
  expect(form).toMatchObject({ errors: { body: 'missing' }, values: { category: 'lighting' } })
  expect(form.input).toBeUndefined()
  expect(await idsWaiting(formToken)).toEqual(form.kept)
})

test('of several photos one is refused: it is named, the others wait, and nothing that was written is lost', async () => {
  const formToken = await formTokenOfOurs()
  const form = await read({
    fields: { ...said, formToken },
    files: [
      ['bra.jpg', await jpeg()],
      ['sommar\u202Egpj.exe', Buffer.from('MZ')],
      ['bra2.jpg', await jpeg()],
    ],
  })
  expect(form.errors).toEqual({ photos: 'not-a-photo' })
  expect(form.values).toEqual({ ...said, formToken, refusedPhoto: 'not-a-photo sommargpj.exe' })
  expect(form.input).toBeUndefined()
  expect(await waitingPhotos(formToken)).toHaveLength(2)
  expect((await read({ fields: { ...said, formToken } })).input).toBeDefined()
})

test('of several files that are refused each is named with its own reason', async () => {
  const formToken = await formTokenOfOurs()
  const { values, errors } = await read({
    fields: { ...said, formToken },
    files: [
      ['brev.jpg', Buffer.from('Hej')],
      ['stor bild.jpg', Buffer.alloc(15 * 1024 * 1024 + 1)],
      ['bra.jpg', await jpeg()],
    ],
  })
  expect(errors).toEqual({ photos: 'not-a-photo' })
  expect(values.refusedPhoto).toBe('not-a-photo brev.jpg\ntoo-large stor bild.jpg')
})

test('a photo of more than 15 MB is refused, and one of 15 MB is looked at', async () => {
  const formToken = await formTokenOfOurs()
  const [fifteen, more] = [15 * 1024 * 1024, 15 * 1024 * 1024 + 1].map((size) => Buffer.alloc(size))
  const good: [string, Buffer] = ['liten.jpg', await jpeg()]
  const large = await read({ fields: { formToken }, files: [['stor.jpg', more!], good] })
  expect(large).toMatchObject({ errors: { photos: 'too-large' }, values: { refusedPhoto: 'too-large stor.jpg' } })
  expect(await waitingPhotos(formToken)).toHaveLength(1)
  expect((await read({ fields: { formToken }, files: [['jämn.jpg', fifteen!]] })).errors).toMatchObject({
    photos: 'not-a-photo',
  })
})

test('five photos and one more: five wait, and the sixth is named', async () => {
  const formToken = await formTokenOfOurs()
  const six = await Promise.all(
    Array.from({ length: 6 }, async (_, index): Promise<[string, Buffer]> => [`${index + 1}.jpg`, await jpeg()]),
  )
  const form = await read({ fields: { ...said, formToken }, files: six })
  expect(form).toMatchObject({
    errors: { photos: 'too-many-photos' },
    values: { refusedPhoto: 'too-many-photos 6.jpg' },
  })
  expect(await waitingPhotos(formToken)).toHaveLength(5)

  const again = await read({ fields: { ...said, formToken }, files: [six[5]!] })
  expect(again.errors).toEqual({ photos: 'too-many-photos' })
  expect((await read({ fields: { ...said, formToken }, files: [six[0]!] })).input).toBeDefined()
})

test('a button takes a waiting photo away or keeps what was chosen, and finds nothing else wrong', async () => {
  const formToken = await formTokenOfOurs()
  const { id } = await keptPhoto(formToken)
  const kept = await read({ fields: { formToken, keepPhotos: 'yes' }, files: [['b.jpg', await jpeg()]] })
  expect(kept).toMatchObject({ errors: {}, values: { formToken } })
  expect(kept.input).toBeUndefined()
  const removed = await read({ fields: { ...said, formToken, removePhoto: id } })
  expect(removed).toMatchObject({ errors: {}, values: said })
  expect(removed.input).toBeUndefined()
  expect(await idsWaiting(formToken)).toEqual(kept.kept)
})

test('photos that come with a form that is too old wait under a fresh token, with which the form is shown again', async () => {
  for (const formToken of ['', 'none-of-ours']) {
    const form = await read({ fields: { ...said, formToken }, files: [['a.jpg', await jpeg()]] })
    expect(form.errors).toEqual({ form: 'stale-form' })
    expect(form.input).toBeUndefined()
    expect(await idsWaiting(form.values.formToken!)).toEqual(form.kept)
    await removePhoto(form.values.formToken!, form.kept[0]!)
  }
  const without = await read({ fields: { ...said, formToken: 'none-of-ours' } })
  expect(without.values.formToken).toBeUndefined()
  expect(without.input).toMatchObject({ formToken: 'none-of-ours' })
})

test('a file in another field is passed by', async () => {
  const form = new FormData()
  form.append('formToken', await formTokenOfOurs())
  form.append('body', new File([await picture()], 'text.jpg'))
  const { errors, values } = await readFormWithPhotos(
    new Request(address, { method: 'POST', body: form }),
    submitInput,
    kind,
  )
  expect(errors).toMatchObject({ body: 'missing' })
  expect(await waitingPhotos(values.formToken!)).toEqual([])
})

const picture = async () => new Uint8Array(await jpeg())

/** A multipart body of which only the beginning comes. */
async function cut(share: number, ending: 'error' | 'end'): Promise<Request> {
  const whole = multipart({
    fields: { formToken: await formTokenOfOurs() },
    files: [['a.jpg', Buffer.alloc(3_000_000)]],
  })
  const type = whole.headers.get('content-type')!
  const bytes = new Uint8Array(await whole.arrayBuffer())
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(bytes.subarray(0, bytes.length * share))
      if (ending === 'end') controller.close()
    },
    pull: (controller) => (ending === 'error' ? controller.error(new Error('cut')) : undefined),
  })
  return new Request(address, {
    method: 'POST',
    headers: { 'content-type': type },
    body,
    duplex: 'half',
  })
}

test.each(['error', 'end'] as const)(
  'a form that breaks off (%s) is answered 400, and no file is left',
  async (ending) => {
    for (const share of [0.00001, 0.00005, 0.3, 0.9]) {
      const thrown = await readFormWithPhotos(await cut(share, ending), submitInput, kind).catch(
        (error: unknown) => error,
      )
      expect(thrown).toBeInstanceOf(Response)
      expect((thrown as Response).status).toBe(400)
    }
    expect(readdirSync(files)).toEqual([])
  },
)

test('what calls itself multipart and is not is answered 400, and texts without end 413', async () => {
  const post = (body: BodyInit, type?: string) =>
    readFormWithPhotos(
      new Request(address, { method: 'POST', body, headers: type ? { 'content-type': type } : {} }),
      submitInput,
      kind,
    ).then(
      () => 200,
      (error: unknown) => (error as Response).status,
    )
  expect(await post('x', 'multipart/form-data')).toBe(400)
  expect(await post('x', 'multipart/form-data; boundary=y')).toBe(400)
  const long = new FormData()
  long.append('body', 'a'.repeat(1_200_000))
  expect(await post(long)).toBe(413)
})
