import { eq, inArray, ne, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { rateLimits } from '#db/schema/records.ts'
import { photos } from '#db/schema/photos.ts'
import { submissions } from '#db/schema/submissions.ts'
import { staff } from '#db/schema/staff.ts'
import { tipMessages, tipPhotos, tips, tipsKeyGrants } from '#db/schema/tips.ts'
import { addToTipThread } from '#app/domain/tips/add-to-tip-thread.server.ts'
import * as home from '#app/routes/$lang._index.tsx'
import * as follow from '#app/routes/$lang.follow.tsx'
import * as choose from '#app/routes/$lang.submit._index.tsx'
import * as concern from '#app/routes/$lang.submit.$kind.tsx'
import * as upload from '#app/routes/$lang.submit.photos.ts'
import * as received from '#app/routes/$lang.submit.received.tsx'
import * as file from '#app/routes/$lang.submit.received_.file.ts'
import * as tip from '#app/routes/$lang.submit.tip.tsx'
import * as verify from '#app/routes/$lang.verify.tsx'
import { cookieFrom, get, post, type Answer } from '../support/call-route.ts'
import { makeHolders, setTips, type TestHolders } from '../support/make-holders.ts'
import { keyByHolder, readByHolder, storedMessages, storedTip, storedTipPhoto } from '../support/told-tip.ts'
import { jpeg } from '../support/pictures.ts'

const path = '/sv/submit/tip'
let held: TestHolders
beforeAll(async () => {
  held = await makeHolders()
  await setTips('open')
})
afterAll(() => setTips('signpost'))

type Form = { plain: boolean; parts: { formToken: string; categories: string[] } }
const newToken = async () => ((await get(tip, path)).data as Form).parts.formToken
const filledIn = async (fields: Record<string, string> = {}) => ({
  ...{ formToken: await newToken(), category: 'violence', body: 'Zebrafisken såg allt.', lat: '', lon: '', place: '' },
  ...{ areaCode: '606', placeNote: 'Bakom kiosken', contactEmail: '', language: 'sv' },
  ...fields,
})
const send = async (fields: Record<string, string> = {}) => post(tip, path, { fields: await filledIn(fields) })
const shown = ({ data }: Answer) => data as { values: Record<string, string>; errors: Record<string, string> }
const receiptOf = (answer: Answer) => get(received, '/sv/submit/received', { cookie: cookieFrom(answer) })
type Kept = { code: string; ref: string; proof: { line: string } }
const keptOf = async (answer: Answer) => ((await receiptOf(answer)).data as { kept: Kept }).kept

let visitors = 0
const open = async (code: string) =>
  cookieFrom(await post(follow, '/sv/follow', { fields: { code }, address: `198.51.100.${++visitors}` }))
type Case = { formToken: string; thread: { label: string; facts: object; events: object[]; clocks: object[] } }
const caseOf = async (cookie: string | undefined) => (await get(follow, '/sv/follow', { cookie })).data as Case

test('one post with all fields is a tip, which a holder reads, and nobody finds among the submissions', async () => {
  const before = await as({ as: 'seed' }, (tx) => tx.$count(submissions))
  const answer = await send()
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/sv/submit/received'])
  const { ref } = await keptOf(answer)
  expect(await readByHolder(ref, held.tipsKey)).toMatchObject({
    body: 'Zebrafisken såg allt.',
    placeNote: 'Bakom kiosken',
    heldFor: ['too-fast'],
  })
  expect(await as({ as: 'seed' }, (tx) => tx.$count(submissions))).toBe(before)
})

test('neither the receipt, its file nor the follow page has the word or what was told', async () => {
  const answer = await send()
  const cookie = cookieFrom(answer)
  const { code } = await keptOf(answer)
  const opened = await open(code)
  expect(await caseOf(opened)).toMatchObject({ thread: { label: 'Mottaget', clocks: [] } })
  const receipt = await receiptOf(answer)
  const saved = await (file.action as unknown as (given: object) => Promise<Response>)({
    request: new Request('http://localhost/', { method: 'POST', headers: { Cookie: cookie! } }),
    params: { lang: 'sv' },
  })
  const said = [JSON.stringify(receipt.data), await saved.text(), JSON.stringify(await caseOf(opened))].join('\n')
  expect(said).toContain(code)
  expect(said).not.toMatch(/tips?\b|zebrafisken|kiosken|hammarkullen|606|våld|violence/i)
})

test('cookies of a tip and of a concern are as long as each other', async () => {
  const token = (await get(concern, '/sv/submit/concern', { params: { lang: 'sv', kind: 'concern' } })).data as Form
  const fields = { ...(await filledIn({ formToken: token.parts.formToken })) }
  const other = await post(concern, '/sv/submit/concern', { params: { lang: 'sv', kind: 'concern' }, fields })
  const [one, two] = [await send(), other]
  const codes = [(await keptOf(one)).code, (await keptOf(two)).code]
  expect(cookieFrom(one)!.length).toBe(cookieFrom(two)!.length)
  const cookies = await Promise.all(codes.map(open))
  expect(cookies[0]!.length).toBe(cookies[1]!.length)
})

test('a resident writes with photos on the open page, and reads what staff write', async () => {
  const { code, ref } = await keptOf(await send())
  const cookie = await open(code)
  const { formToken } = await caseOf(cookie)
  const body = new FormData()
  body.set('formToken', formToken)
  body.set('message', 'Zebrafisken kom tillbaka.')
  body.append('photos', new File([new Uint8Array(await jpeg())], 'IMG_1.jpg', { type: 'image/jpeg' }))
  const before = await as({ as: 'seed' }, (tx) => tx.$count(photos))
  expect((await post(follow, '/sv/follow', { body, cookie })).status).toBe(303)
  expect(await as({ as: 'seed' }, (tx) => tx.$count(photos))).toBe(before)

  const { id } = (await storedTip(ref))!
  expect(await storedMessages(id)).toHaveLength(1)
  const key = await keyByHolder(ref, held.tipsKey)
  const viewer = { as: 'tips', id: held.holders[0].staff.id, organisation: 'polisen' } as const
  const content = { body: 'När var det?', signedAs: { sv: 'Områdespolis' } }
  await as(viewer, (tx) =>
    addToTipThread(tx, { tipId: id, key }, { sender: 'staff', content, formTokenHash: `a ${formToken}` }),
  )
  const { thread } = await caseOf(cookie)
  expect(thread.events).toMatchObject([
    { kind: 'noted', text: 'Mottaget' },
    { kind: 'noted', text: 'Du skrev till oss' },
    { kind: 'told', body: 'När var det?', signedAs: { text: 'Områdespolis' } },
  ])
  expect(JSON.stringify(thread)).not.toContain('Zebrafisken')
})

test('nothing else is done with an open tip, whatever is posted', async () => {
  const cookie = await open((await keptOf(await send())).code)
  for (const verb of ['bell', 'withdraw', 'languages', 'rate', 'reopen']) {
    const fields = { email: 'a@exempel.se', language: 'en', version: '1', heard: 'yes', unsolved: 'Nej' }
    const answer = await post(follow, `/sv/follow?verb=${verb}`, { fields, cookie })
    expect([verb, answer.status, answer.headers.get('Location')]).toEqual([verb, 303, '/sv/follow'])
  }
})

test('left unopened its page says so after two working days, and whom to call', async () => {
  const { code, ref } = await keptOf(await send())
  await as({ as: 'seed' }, (tx) => tx.update(tips).set({ receivedOn: '2026-01-07' }).where(eq(tips.ref, ref)))
  const { thread } = await caseOf(await open(code))
  expect(thread.clocks).toEqual([{ text: 'Det är inte öppnat än. Ring 114 14.', late: true }])
})

test('a proof of receipt is judged like any other', async () => {
  const { proof } = await keptOf(await send())
  const judged = await post(verify, '/sv/verify', { fields: { proof: proof.line }, address: '198.51.100.250' })
  expect(judged.data).toMatchObject({ verdict: 'holds' })
})

test('a photo that script sends goes where its form belongs, and no address or field says where', async () => {
  const formToken = await newToken()
  const body = new FormData()
  body.set('formToken', formToken)
  body.append('photos', new File([new Uint8Array(await jpeg())], 'IMG_1.jpg', { type: 'image/jpeg' }))
  const request = new Request('http://localhost/sv/submit/photos', { method: 'POST', body })
  const taken = await upload.action({ request, params: { lang: 'sv' }, context: { address: '' } })
  const { id } = (await taken.json()) as { id: string }
  expect(await storedTipPhoto(id)).toMatchObject({ tipId: null })
  const { ref } = await keptOf(await send({ formToken }))
  expect(await storedTipPhoto(id)).toMatchObject({ tipId: (await storedTip(ref))!.id })
})

test('a form that is wrong is shown again with all of it, and with a token that counts', async () => {
  const empty = await send({ body: '', contactEmail: 'no address' })
  expect([empty.status, shown(empty).errors]).toEqual([422, { body: 'missing' }])
  expect(shown(empty).values).toMatchObject({ placeNote: 'Bakom kiosken' })
  const stale = await send({ formToken: 'made-up' })
  expect(shown(stale).errors).toEqual({ form: 'stale-form' })
  const { formToken } = stale.data as { formToken: string }
  expect((await post(tip, path, { fields: await filledIn({ formToken }) })).status).toBe(303)
})

test('a step is shown at a time, without anything alike and without an address to leave', async () => {
  const at = async (step: string, go: string) => {
    const answer = await send({ step, go, placeNote: '' })
    return answer.data as { step: string; summary: { key: string }[] }
  }
  expect((await at('place', 'next')).step).toBe('contact')
  const last = await at('contact', 'next')
  expect(last.step).toBe('photos')
  expect(last.summary.map(({ key }) => key)).not.toContain('contactEmail')
})

test('a tip moves no counter', async () => {
  const counters = () => as({ as: 'seed' }, (tx) => tx.select().from(rateLimits).orderBy(rateLimits.key))
  const before = await counters()
  await send()
  expect(await counters()).toEqual(before)
})

/** All that a tip, or a form of one, could leave behind. */
const stored = () =>
  as({ as: 'seed' }, async (tx) =>
    Promise.all([tips, tipPhotos, tipMessages, submissions, photos].map((table) => tx.$count(table))),
  )

test.each([
  ['the portal shows the signpost', () => setTips('signpost'), () => setTips('open')],
  ['a holder is gone', () => setActive(false), () => setActive(true)],
])('posted after %s, a tip is shown again on the signpost to be copied, and kept nowhere', async (_, close, reopen) => {
  const body = new FormData()
  const fields = await filledIn({ body: 'Zebrafisken såg allt.\r\nTvå gånger.' })
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  body.append('photos', new File([new Uint8Array(await jpeg())], 'IMG_1.jpg', { type: 'image/jpeg' }))
  const before = await stored()
  await close()
  try {
    for (const sent of [{ body }, { fields }, { fields: { ...fields, step: 'contact', go: 'next' } }]) {
      const answer = await post(tip, path, sent)
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([422, []])
      const { unsent, errors } = answer.data as { unsent: string; errors: object }
      expect(errors).toEqual({ form: 'tips-closed' })
      for (const said of [/såg allt\.\r?\nTvå gånger/, /Bakom kiosken/, /Hammarkullen/, /våld/i])
        expect(unsent).toMatch(said)
    }
    const odd = await post(tip, path, { fields: { body: 'Kvar.', lat: 'x', lon: 'y', category: 'x' } })
    expect(odd).toMatchObject({ status: 422, data: { unsent: expect.stringContaining('Kvar.') } })
    expect((await get(tip, path)).data).toMatchObject({ plain: true })
    expect(await stored()).toEqual(before)
  } finally {
    await reopen()
  }
  expect((await post(tip, path, { fields })).status).toBe(303)
})

/** As if all holders but one were away for good, or had come back: other files may have made some more. */
const setActive = (active: boolean) =>
  as({ as: 'seed' }, async (tx) => {
    const { staffId } = tipsKeyGrants
    const others = tx.select({ staffId }).from(tipsKeyGrants).where(ne(staffId, held.holders[1].staff.id))
    const deactivatedAt = active ? null : new Date()
    await tx.update(staff).set({ deactivatedAt }).where(inArray(staff.id, others))
  })

test('what was posted while nobody can say whether tips are taken is shown again', async () => {
  const fields = await filledIn()
  const rename = (from: string, to: string) =>
    as({ as: 'seed' }, (tx) => tx.execute(sql`alter table ${sql.identifier(from)} rename to ${sql.identifier(to)}`))
  await rename('portal_settings', 'settings_gone')
  try {
    const answer = await post(tip, path, { fields })
    expect(answer).toMatchObject({
      status: 500,
      data: { values: { body: fields.body }, errors: { form: 'not-received' } },
    })
  } finally {
    await rename('settings_gone', 'portal_settings')
  }
})

test('the doors tell who reads a tip while the portal takes them, and the way to the police while it does not', async () => {
  const taken = async () => [
    (await get(home, '/sv')).data,
    (await get(choose, '/sv/submit')).data,
    (await get(tip, path)).data,
  ]
  expect(await taken()).toMatchObject([{ tipsAreTaken: true }, { tipsAreTaken: true }, { plain: false }])
  await setTips('signpost')
  expect(await taken()).toMatchObject([{ tipsAreTaken: false }, { tipsAreTaken: false }, { plain: true }])
  await setTips('open')
})
