import { randomUUID } from 'node:crypto'
import { request, type IncomingMessage } from 'node:http'
import { connect } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startOwnPortal, type OwnPortal } from '../support/own-portal.ts'

let portal: OwnPortal
beforeAll(async () => void (portal = await startOwnPortal()), 90_000)
afterAll(() => portal.stop(), 30_000)

const form = '/sv/submit/concern'
const said = { category: 'lighting', body: 'Lampan vid gångvägen är trasig.', areaCode: '606' }

/** The token of a form as its page has it. */
async function formToken(): Promise<string> {
  const page = await (await fetch(`${portal.url}${form}`)).text()
  return /name="formToken" value="([^"]+)"/.exec(page)![1]!
}

/** Some large photos as telephones take them: 12 million pixels and several MB each. */
const takePhotos = (count: number): Promise<Buffer[]> =>
  Promise.all(
    Array.from({ length: count }, () =>
      sharp({
        create: {
          width: 4000,
          height: 3000,
          channels: 3,
          background: '#567',
          noise: { type: 'gaussian', mean: 128, sigma: 30 },
        },
      })
        .jpeg({ quality: 75 })
        .toBuffer(),
    ),
  )

/** The same picture in a file that nobody else has. */
const another = (jpeg: Buffer): Buffer[] => [jpeg, Buffer.from(randomUUID())]

/** The parts of a multipart body, so that many can be sent without a copy of each photo. */
function bodyOf(fields: Record<string, string>, photo: Buffer[]) {
  const boundary = randomUUID()
  const texts = Object.entries(fields).map(
    ([name, text]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`,
  )
  const file = `--${boundary}\r\nContent-Disposition: form-data; name="photos"; filename="IMG_0001.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`
  const parts = [Buffer.from(texts.join('') + file), ...photo, Buffer.from(`\r\n--${boundary}--\r\n`)]
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return {
    parts,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': String(length) },
  }
}

function post(path: string, { parts, headers }: ReturnType<typeof bodyOf>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sent = request({ port: portal.port, host: '127.0.0.1', path, method: 'POST', headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer))
    })
    sent.once('error', reject)
    for (const part of parts) sent.write(part)
    sent.end()
  })
}

/** Waits until nothing of what is passing is left on the disk or open. */
const nothingPasses = () => vi.waitUntil(() => portal.passingFiles().length === 0, { timeout: 10_000, interval: 20 })
const errorsIn = (log: string) => log.split('\n').filter((line) => /"level":[456]0/.test(line))

test.runIf(process.platform === 'linux')(
  'an upload that is cut in the middle leaves nothing half, and nothing behind',
  async () => {
    const [photo] = await takePhotos(1)
    const { photos: before } = await kept()
    for (const path of [form, '/sv/submit/photos', '/sv/follow']) {
      const token = await formToken()
      const { parts, headers } = bodyOf({ ...said, formToken: token }, another(photo!))
      const socket = connect(portal.port, '127.0.0.1')
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
      socket.write(`POST ${path} HTTP/1.1\r\nHost: 127.0.0.1:${portal.port}\r\n${head.join('')}\r\n`)
      socket.write(parts[0]!)
      socket.write(parts[1]!.subarray(0, parts[1]!.length / 2))
      await vi.waitUntil(() => portal.passingFiles().length > 0, { timeout: 10_000, interval: 5 })
      socket.destroy()
      await nothingPasses()

      // The same form sent again, whole, is taken.
      const answer = await post(form, bodyOf({ ...said, formToken: token }, another(photo!)))
      expect(answer.statusCode).toBe(303)
    }
    expect(await kept()).toMatchObject({ photos: before + 3 })
    expect(await portal.sql`select count(*)::int as waiting from photos where submission_id is null`).toEqual([
      { waiting: 0 },
    ])
    expect(errorsIn(portal.log())).toEqual([])
  },
)

const [reports, withOriginals] = [200, 20]

/** Sends that many reports at once, each with a photo of its own; gives what was answered. */
async function sendAtOnce(count: number, photos: Buffer[]): Promise<IncomingMessage[]> {
  const tokens: string[] = []
  while (tokens.length < count) tokens.push(...(await Promise.all(Array.from({ length: 10 }, formToken))))
  return Promise.all(
    tokens.map((token, index) => {
      const fields = { ...said, body: `${said.body} Nummer ${index}.`, formToken: token }
      return post(form, bodyOf(fields, another(photos[index % photos.length]!)))
    }),
  )
}

/** How many submissions have a photo, how many photos there are, and how many files as they came. */
const kept = async () =>
  (
    await portal.sql`select count(distinct submission_id)::int as submissions, count(*)::int as photos,
      count(sealed_original)::int as originals from photos`
  )[0]!

test.runIf(process.platform === 'linux')(
  `${reports} reports at once, each with a photo of several MB, all arrive, and memory stays under 700 MB`,
  async () => {
    const photos = await takePhotos(4)
    expect(Math.min(...photos.map(({ length }) => length))).toBeGreaterThan(3_000_000)
    const before = await kept()

    const answers = await sendAtOnce(reports, photos)
    expect(answers.filter(({ statusCode }) => statusCode !== 303)).toEqual([])
    expect(new Set(await Promise.all(answers.map(codeIn))).size).toBe(reports)
    const [submissions, all] = [before.submissions + reports, before.photos + reports]
    expect(await kept()).toEqual({ submissions, photos: all, originals: 0 })

    // As production begins: the files are kept as they came, too, which costs more memory for each.
    await portal.sql`delete from portal_settings where name = 'photo-originals'`
    const more = await sendAtOnce(withOriginals, photos)
    expect(more.filter(({ statusCode }) => statusCode !== 303)).toEqual([])
    const [sum, photosNow] = [submissions + withOriginals, all + withOriginals]
    expect(await kept()).toEqual({ submissions: sum, photos: photosNow, originals: withOriginals })

    await nothingPasses()
    expect(errorsIn(portal.log())).toEqual([])
    expect(portal.mostMemory()).toBeLessThan(700)
  },
  300_000,
)

/** The receipt code that an answer leads to. */
async function codeIn({ headers }: IncomingMessage): Promise<string> {
  const cookie = headers['set-cookie']!.map((one) => one.split(';')[0]).join('; ')
  const page = await (await fetch(`${portal.url}${headers.location}`, { headers: { cookie } })).text()
  return /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(page)![0]
}
