import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeAnew } from '#app/domain/photos/encode-anew.server.ts'
import { openTips } from '../support/open-tips.ts'
import { startOwnPortal, type OwnPortal } from '../support/own-portal.ts'
import { jpeg } from '../support/pictures.ts'
import { ByteSearch } from '../support/search-bytes.ts'

const howMany = 50

let portal: OwnPortal
beforeAll(async () => {
  portal = await startOwnPortal()
  await openTips(portal.sql)
  // Originals are kept too: no decision throws them away.
  await portal.sql`delete from portal_settings where name = 'photo-originals'`
}, 90_000)
afterAll(() => portal.stop(), 30_000)

const letters = 'abdefgiklmnoprstuvy'
/** A word that stands nowhere else. */
const newWord = (): string =>
  Array.from({ length: 11 }, () => letters[Math.floor(Math.random() * letters.length)]).join('')

type Told = { name: string; words: string[]; photo: Buffer }
const newTip = async (): Promise<Told> => ({
  name: `${newWord()} Öst${newWord()}`,
  words: Array.from({ length: 6 }, newWord),
  photo: await jpeg(),
})

async function pageOf(path: string, cookie = ''): Promise<{ formToken: string; html: string }> {
  const answer = await fetch(`${portal.url}${path}`, { headers: { cookie } })
  const html = await answer.text()
  return { html, formToken: /name="formToken" value="([^"]+)"/.exec(html)?.[1] ?? '' }
}

async function send(
  path: string,
  fields: Record<string, string>,
  { photo, cookie = '' }: { photo?: Buffer; cookie?: string },
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  if (photo) body.append('photos', new File([new Uint8Array(photo)], 'IMG_0001.jpg', { type: 'image/jpeg' }))
  const answer = await fetch(`${portal.url}${path}`, { method: 'POST', body, redirect: 'manual', headers: { cookie } })
  expect(answer.status).toBe(303)
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(';')[0])
    .join('; ')
}

/** Sends a tip as a resident does, looks at its receipt, opens its page and writes once more; gives its code and token. */
async function tell({ name, words, photo }: Told, kind: 'tip' | 'concern') {
  const path = `/sv/submit/${kind}`
  const { formToken } = await pageOf(path)
  const [who, where, car, when, later, note] = words
  const fields = {
    ...{ formToken, category: 'violence', areaCode: '606', language: 'sv', placeNote: `Vid ${note} ${where}` },
    body: `Det var ${name} som ${who}.\nHen kör ${car} och kommer ${when}.`,
  }
  const receipt = await send(path, fields, { photo })
  const { html } = await pageOf('/sv/submit/received', receipt)
  const code = /id="code"[^>]*>([^<]+)</.exec(html)![1]!.trim()
  // All of them come from one visitor, who may try thirty codes in a quarter of an hour.
  await portal.sql`delete from rate_limits`
  const follow = await send('/sv/follow', { code }, {})
  const opened = await pageOf('/sv/follow', follow)
  const message = { formToken: opened.formToken, message: `Nu kom ${name} och ${later}.` }
  await send('/sv/follow', message, { photo: await jpeg(), cookie: follow })
  return { code, formToken }
}

/** Everything that was told, in every way that it could stand somewhere. */
async function searchFor(told: readonly (Told & { code: string; formToken: string })[]): Promise<ByteSearch> {
  const search = new ByteSearch()
  for (const [index, { name, words, photo, code, formToken }] of told.entries()) {
    search.addText(`name ${index}`, name)
    for (const word of words) search.addText(`word of ${index}`, word)
    search.addText(`code of ${index}`, code)
    search.addText(`token of ${index}`, formToken.split('.')[0]!)
    const encoded = await encodeAnew(photo)
    if ('refused' in encoded) throw new Error(encoded.refused)
    for (const [which, bytes] of [['photo', photo] as const, ['picture', encoded.webp] as const])
      for (const share of [0.4, 0.6, 0.8]) {
        const at = Math.floor(bytes.length * share)
        search.addEncoded(`${which} of ${index}`, bytes.subarray(at, at + 24))
      }
  }
  return search
}

/** Every row of every table, as text; what is bytes stands there in hexadecimal. */
async function dump(): Promise<Map<string, Buffer>> {
  const tables = await portal.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname <> 'information_schema'`
  const texts = new Map<string, Buffer>()
  for (const { name } of tables) {
    const rows = await portal.sql.unsafe<{ row: string }[]>(`select t::text as row from ${name} t`)
    texts.set(name, Buffer.from(rows.map(({ row }) => row).join('\n')))
  }
  return texts
}

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))

test('of fifty tips no name, word, photo, code or form stands in any table, file or line of the log', async () => {
  const told = []
  for (let count = 0; count < howMany; count++) {
    const tip = await newTip()
    told.push({ ...tip, ...(await tell(tip, 'tip')) })
  }
  const [stored] = await portal.sql`select count(*)::int as tips from tips where not example`
  const [photos] = await portal.sql`select count(*)::int as photos from tip_photos where tip_id is not null`
  expect([stored, photos]).toEqual([{ tips: howMany }, { photos: 2 * howMany }])
  await portal.sql`checkpoint`

  const search = await searchFor(told)
  const found: Record<string, string[]> = {}
  const look = (place: string, data: Buffer) => {
    const names = search.findIn(data)
    if (names.length > 0) found[place] = names
  }
  for (const [table, text] of await dump()) look(table, text)
  const files = filesUnder(portal.dataDir)
  expect(files.some((file) => file.includes('pg_wal'))).toBe(true)
  for (const file of files) look(file, readFileSync(file))
  look('log', Buffer.from(portal.log()))
  expect(found).toEqual({})
}, 300_000)

test('the same search finds what a concern told, in its table and in the files of the database', async () => {
  const concern = await newTip()
  const told = { ...concern, ...(await tell(concern, 'concern')) }
  await portal.sql`checkpoint`
  const search = await searchFor([told])
  const texts = await dump()
  const found = search.findIn(texts.get('public.submissions')!)
  expect(found).toEqual(expect.arrayContaining(['name 0', 'word of 0']))
  const inFiles = filesUnder(portal.dataDir).flatMap((file) => search.findIn(readFileSync(file)))
  expect(inFiles).toEqual(expect.arrayContaining(['name 0', 'word of 0']))
}, 120_000)
