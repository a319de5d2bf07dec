import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { roles, staffSessions } from '#db/schema/staff.ts'
import { tips } from '#db/schema/tips.ts'
import { deactivate } from '#app/domain/staff/deactivate.server.ts'
import type { OpenKey } from '#app/domain/tips/keys-in-use.server.ts'
import { becomeHolder } from '#app/domain/tips/become-holder.server.ts'
import { grantHolder } from '#app/domain/tips/grant-holder.server.ts'
import { isGranted, standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { lockTips } from '#app/domain/tips/lock-tips.server.ts'
import { unlockTips } from '#app/domain/tips/unlock-tips.server.ts'
import { hideTips } from '#app/http/hide-tips.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import * as confirm from '#app/routes/staff.confirm.tsx'
import * as person from '#app/routes/staff.admin.people.$id.tsx'
import * as home from '#app/routes/staff._index.tsx'
import * as tipPage from '#app/routes/staff.tips.$ref.tsx'
import * as file from '#app/routes/staff.tips.$ref_.file.ts'
import * as photo from '#app/routes/staff.tips.$ref_.photos.$id.ts'
import * as print from '#app/routes/staff.tips.$ref_.print.tsx'
import * as list from '#app/routes/staff.tips._index.tsx'
import * as disclosure from '#app/routes/staff.tips.disclosure.tsx'
import * as keys from '#app/routes/staff.tips.keys.tsx'
import * as lock from '#app/routes/staff.tips.lock.ts'
import * as log from '#app/routes/staff.tips.log.tsx'
import * as seal from '#app/routes/staff.tips.seal.$ref.tsx'
import * as search from '#app/routes/staff.tips.search.tsx'
import * as unlock from '#app/routes/staff.tips.unlock.tsx'
import { cookieFrom, get, post, type Answer } from '../support/call-route.ts'
import { accountOf, cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { eventsOfTip, makeTip, rowOfTip } from '../support/make-tip.ts'
import { newHolders, newOfficer, openKeyOf, withoutKeys, withoutTips, type Officer } from '../support/new-holders.ts'

let officers: Officer[] = []
let shares: string[] = []
let tipsKey: OpenKey
beforeAll(async () => {
  await withoutTips()
  ;({ officers, shares } = await newHolders(2))
  tipsKey = await openKeyOf(officers[0]!)
})
afterAll(async () => {
  await withoutTips()
  await withoutKeys()
})

/** Unlocks as a browser does; gives its cookies. */
async function unlocked({ cookie, passphrase }: Officer): Promise<string> {
  const answer = await post(unlock, '/staff/tips/unlock', { cookie, fields: { passphrase } })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/staff/tips'])
  return `${cookie}; ${cookieFrom(answer)}`
}

/** The same, without a browser. */
async function unlockedKey({ staff, sessionId, passphrase }: Officer): Promise<{ cookieKey: string }> {
  const result = await unlockTips(staff, sessionId, passphrase)
  if ('refused' in result) throw new Error(result.refused)
  return result
}

/** As if her last proof of who she is were eleven minutes ago. */
const letGrowOld = (staffId: string) =>
  as({ as: 'seed' }, (tx) =>
    tx
      .update(staffSessions)
      .set({ confirmedAt: new Date(Date.now() - 11 * 60_000) })
      .where(eq(staffSessions.staffId, staffId)),
  )

test('an officer unlocks with her passphrase, reads and answers, and locks again', async () => {
  const officer = officers[0]!
  const { ref } = await makeTip(tipsKey, { body: 'Ett hemligt ord: tistelvägen.' })
  const said = (answer: { data: unknown }) => JSON.stringify(answer.data)
  const at = { params: { ref } }
  const before = await get(list, '/staff/tips', officer)
  expect(said(before)).toContain(ref)
  expect(said(before)).not.toContain('tistelvägen')
  const locked = await get(tipPage, `/staff/tips/${ref}`, { ...officer, ...at })
  expect([locked.status, locked.headers.get('Location')]).toEqual([303, `/staff/tips/unlock?to=${ref}`])
  expect((await rowOfTip(ref))?.status).toBe('received')

  const cookie = await unlocked(officer)
  const unread = said(await get(list, '/staff/tips', { cookie }))
  expect([unread.includes('Narkotika'), unread.includes('tistelvägen')]).toEqual([true, false])
  const looked = { cookie, fields: { query: 'TISTELVÄGEN' } }
  const hit = said(await post(search, '/staff/tips/search', looked))
  expect([hit.includes(ref), hit.includes('hemligt ord')]).toEqual([true, false])
  expect(await eventsOfTip(ref)).toEqual([])
  expect((await rowOfTip(ref))?.status).toBe('received')
  const page = await get(tipPage, `/staff/tips/${ref}`, { cookie, ...at })
  expect(said(page)).toContain('tistelvägen')
  const { formToken } = page.data as { formToken: string }
  const fields = { verb: 'reply', message: 'Tack.', formToken }
  expect((await post(tipPage, `/staff/tips/${ref}`, { cookie, ...at, fields })).status).toBe(303)
  expect(said(await get(tipPage, `/staff/tips/${ref}`, { cookie, ...at }))).toContain('Tack.')
  expect(said(await get(list, '/staff/tips', { cookie }))).toContain('hemligt ord')
  expect(said(await post(search, '/staff/tips/search', looked))).toContain('hemligt ord')
  expect(await eventsOfTip(ref)).toEqual(['tip-opened', 'tip-read', 'tip-answered'])
  const packed = await post(file, `/staff/tips/${ref}/file`, { cookie, ...at })
  expect(packed.headers.get('Content-Disposition')).toBe(`attachment; filename="${ref}.zip"`)
  expect(said(await get(print, `/staff/tips/${ref}/print`, { cookie, ...at }))).toContain('tistelvägen')

  await post(lock, '/staff/tips/lock', { cookie })
  expect((await get(tipPage, `/staff/tips/${ref}`, { cookie, ...at })).status).toBe(303)
})

test('the cookie is kept from scripts, other sites and other pages, and a wrong passphrase gets none', async () => {
  const { cookie, passphrase } = officers[0]!
  const right = await post(unlock, '/staff/tips/unlock', { cookie, fields: { passphrase } })
  const [set] = right.headers.getSetCookie()
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/staff']) expect(set).toContain(part)
  expect(set).not.toContain('Max-Age')
  const wrong = await post(unlock, '/staff/tips/unlock', { cookie, fields: { passphrase: 'something else entirely' } })
  expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([422, []])
  expect(JSON.stringify(wrong.data)).not.toContain('something else')
})

test("another officer's session is not opened by the cookie of the first", async () => {
  const [one, two] = officers as [Officer, Officer]
  const { ref } = await makeTip(tipsKey)
  const own = (await unlocked(one)).split('; ').find((part) => part.startsWith('tips='))
  const answer = await get(tipPage, `/staff/tips/${ref}`, { cookie: `${two.cookie}; ${own}`, params: { ref } })
  expect(answer.status).toBe(303)
})

test.each(roles.filter((role) => role !== 'officer'))(
  'for a %s of any authority there is no page of tips',
  async (role) => {
    for (const organisation of ['polisen', 'goteborg']) {
      const cookie = await cookieOf(await makeStaff(role, organisation))
      for (const route of [list, unlock, keys, search, tipPage, print, seal, photo]) {
        const visit = { cookie, params: { ref: 'AAAA-AAAA', id: 'none' } }
        expect((await get(route, '/staff/tips', visit)).status).toBe(404)
      }
      for (const route of [unlock, lock, keys, search, tipPage, file, seal])
        expect((await post(route, '/staff/tips', { cookie, params: { ref: 'AAAA-AAAA' }, fields: {} })).status).toBe(
          404,
        )
      const discloses = role === 'registrar' && organisation === 'polisen'
      expect((await get(disclosure, '/staff/tips/disclosure', { cookie })).status).toBe(discloses ? 200 : 404)
    }
  },
)

test("a city's officer, if there were one, would find no tips either", async () => {
  const cookie = await cookieOf(await makeStaff('officer', 'goteborg'))
  expect((await get(list, '/staff/tips', { cookie })).status).toBe(404)
})

test('an address of tips is asked for as one that is none, by everybody who has nothing to do with them', async () => {
  const asked = async (path: string, cookie = '') => {
    const { request, shownAs } = await hideTips(new Request(`http://localhost${path}`, { headers: { Cookie: cookie } }))
    return [new URL(request.url).pathname + new URL(request.url).search, shownAs]
  }
  const [officer, coordinator] = [officers[0]!.cookie, await cookieOf(await makeStaff('coordinator'))]
  const registrar = await cookieOf(await makeStaff('registrar', 'polisen'))
  for (const path of ['/staff/tips', '/staff/TIPS/AAAA-AAAA', '/staff/%74ips/keys', '/staff/tips/disclosure']) {
    expect(await asked(path, coordinator)).toEqual(['/staff/-', new URL(path, 'http://localhost').pathname])
    expect(await asked(path)).toEqual(['/staff/-', new URL(path, 'http://localhost').pathname])
  }
  expect(await asked('/staff/tips.data?a=1', coordinator)).toEqual(['/staff/-.data?a=1', '/staff/tips.data'])
  expect(await asked('/staff/tips/keys', officer)).toEqual(['/staff/tips/keys', undefined])
  expect((await asked('/staff/tips/disclosure', officer))[0]).toBe('/staff/-')
  expect((await asked('/staff/tips/disclosure', registrar))[0]).toBe('/staff/tips/disclosure')
  expect((await asked('/staff/tips', registrar))[0]).toBe('/staff/-')
  expect(await asked('/staff/queue', coordinator)).toEqual(['/staff/queue', undefined])
  expect(await asked('/staff/tipstorm', coordinator)).toEqual(['/staff/tipstorm', undefined])
})

test('an officer who holds no key learns of no tip: no list, no count, no day', async () => {
  const { ref } = await makeTip(tipsKey, { receivedOn: '2026-11-02' })
  const fresh = await cookieOf(await makeStaff('officer'))
  const waits = await newOfficer()
  for (const [cookie, standing] of [
    [fresh, 'none'],
    [waits.cookie, 'waits'],
    [await unlocked(waits), 'waits'],
  ] as const) {
    const { data } = await get(list, '/staff/tips?status=received', { cookie })
    expect(data).toEqual({ title: 'Tips', standing, taken: false, idle: 30, desk: null })
  }
  expect(JSON.stringify((await get(list, '/staff/tips', officers[0])).data)).toContain(ref)
})

test('keys are made and granted on their page, and new paper shares are shown in one answer only', async () => {
  const [one] = officers as [Officer]
  const cookie = await unlocked(one)
  const act = (fields: Record<string, string>) => post(keys, '/staff/tips/keys', { cookie, fields })
  const other = await makeStaff('officer')
  await becomeHolder(other, 'a passphrase of the other')
  expect((await act({ verb: 'grant', officer: other.id })).headers.get('Location')).toBe('/staff/tips/keys?done=grant')
  const unsure = await act({ verb: 'revoke', officer: other.id })
  expect(unsure).toMatchObject({ status: 422, data: { errors: { [`sure-${other.id}`]: 'not-sure' } } })
  expect(await isGranted(other)).toBe(true)
  expect((await act({ verb: 'revoke', officer: other.id, sure: 'yes' })).status).toBe(303)
  expect(await isGranted(other)).toBe(false)
  expect((await act({ verb: 'revoke', officer: officers[1]!.staff.id, sure: 'yes' })).status).toBe(409)
  expect((await act({ verb: 'passphrase', passphrase: 'short', again: 'short' })).data).toMatchObject({
    errors: { passphrase: 'passphrase-short' },
  })
  const easy = 'tistel tistel tistel'
  const guessed = await act({ verb: 'passphrase', passphrase: easy, again: easy })
  expect([guessed.status, guessed.data]).toMatchObject([422, { errors: { passphrase: 'passphrase-common' } }])
  expect(JSON.stringify(guessed.data)).not.toContain(easy)
  const page = await get(keys, '/staff/tips/keys', { cookie })
  const seen = (page.data as { recoveryKey: { id: string } }).recoveryKey.id
  const made = await act({ verb: 'recovery-key', seen })
  const { shares: shown } = made.data as { shares: string[] }
  expect(shown).toHaveLength(3)
  expect((await act({ verb: 'recovery-key', seen })).status).toBe(409)
  expect(JSON.stringify((await get(keys, '/staff/tips/keys', { cookie })).data)).not.toContain(shown[0])
  shares = shown
})

test('who knows her passphrase changes it and keeps the right; a wrong one, or two that differ, change nothing', async () => {
  const officer = { ...officers[1]! }
  const cookie = await unlocked(officer)
  const next = 'sju gula cyklar i regn'
  const change = (fields: Record<string, string>) =>
    post(keys, '/staff/tips/keys', { cookie, fields: { verb: 'change-passphrase', ...fields } })
  const wrong = await change({ current: 'not the passphrase', next, nextAgain: next })
  expect(wrong).toMatchObject({ status: 422, data: { errors: { current: 'wrong-passphrase' } } })
  const differs = await change({ current: officer.passphrase, next, nextAgain: `${next}!` })
  expect(differs).toMatchObject({ status: 422, data: { errors: { nextAgain: 'not-the-same' } } })
  const short = await change({ current: officer.passphrase, next: 'kort', nextAgain: 'kort' })
  expect(short).toMatchObject({ status: 422, data: { errors: { next: 'passphrase-short' } } })
  for (const { data } of [wrong, differs, short]) expect(JSON.stringify(data)).not.toMatch(/cyklar|kort"/)

  const done = await change({ current: officer.passphrase, next, nextAgain: next })
  expect(done.headers.get('Location')).toBe('/staff/tips/keys?done=change-passphrase')
  const fields = { passphrase: officer.passphrase }
  expect((await post(unlock, '/staff/tips/unlock', { cookie: officer.cookie, fields })).status).toBe(422)
  officers[1] = { ...officer, passphrase: next, ...(await unlockedKey({ ...officer, passphrase: next })) }
  expect(await isGranted(officer.staff)).toBe(true)
})

test('a holder whose account is closed is gone from the keys, and who unlocks next puts a new one in place', async () => {
  const [one, two] = officers as [Officer, Officer]
  const gone = await newOfficer()
  await grantHolder(two.staff, await openKeyOf(two), gone.staff.id)
  await lockTips(one.staff, one.sessionId)
  const { ref } = await makeTip(await openKeyOf(two), { body: 'Ett hemligt ord: vallmovägen.' })
  const admin = { cookie: await cookieOf(await makeStaff('admin')) }
  const close = ({ staff: { id } }: Officer) =>
    post(person, `/staff/admin/people/${id}`, { ...admin, params: { id }, fields: { verb: 'deactivate' } })
  expect((await close(gone)).status).toBe(303)
  expect(await close(two)).toMatchObject({ status: 409, data: { refused: 'keys-first' } })
  for (const language of ['sv', 'en'] as const)
    expect(words(language)('errors:refusal.keys-first')).not.toMatch(/tip|polis|police/i)

  const keysOf = async (cookie: string) =>
    (await get(keys, '/staff/tips/keys', { cookie })).data as { tipsKey: object; holders: { id: string }[] }
  const before = await keysOf(one.cookie)
  expect(before.tipsKey).toMatchObject({ rotationIsDue: true })
  expect(before.holders.map(({ id }) => id)).not.toContain(gone.staff.id)
  const [was, cookie] = [await rowOfTip(ref), await unlocked(one)]
  expect((await keysOf(cookie)).tipsKey).toMatchObject({ rotationIsDue: false })
  expect((await rowOfTip(ref))?.tipsKeyId).not.toBe(was?.tipsKeyId)
  const page = await get(tipPage, `/staff/tips/${ref}`, { cookie, params: { ref } })
  expect(JSON.stringify(page.data)).toContain('vallmovägen')
})

test('a tip that does not open keeps nobody from the others: the new key stays due until it can be put in place', async () => {
  const two = officers[1]!
  const gone = await newOfficer()
  await grantHolder(two.staff, await openKeyOf(two), gone.staff.id)
  const [broken, whole] = [await makeTip(await openKeyOf(two)), await makeTip(await openKeyOf(two))]
  const sealed = (sealedKey: Uint8Array) =>
    as({ as: 'seed' }, (tx) => tx.update(tips).set({ sealedKey }).where(eq(tips.id, broken.id)))
  const { sealedKey } = (await rowOfTip(broken.ref))!
  await sealed(Buffer.alloc(80))
  await deactivate(await makeStaff('admin'), gone.staff.id)

  const cookie = await unlocked(two)
  const due = async () =>
    ((await get(keys, '/staff/tips/keys', { cookie })).data as { tipsKey: { rotationIsDue: boolean } }).tipsKey
  expect(await due()).toMatchObject({ rotationIsDue: true })
  const page = await get(tipPage, `/staff/tips/${whole.ref}`, { cookie, params: { ref: whole.ref } })
  expect(page.status).toBe(200)
  await sealed(sealedKey)
  expect(await due()).toMatchObject({ rotationIsDue: false })
  Object.assign(two, await unlockedKey(two))
})

test('before keys, exports and disclosures whoever proved herself long ago proves it again, and is led back', async () => {
  const officer = await newOfficer()
  const two = officers[1]!
  await grantHolder(two.staff, await openKeyOf(two), officer.staff.id)
  const { ref } = await makeTip(await openKeyOf(officer))
  const registrar = await makeStaff('registrar', 'polisen')
  const registrars = { cookie: await cookieOf(registrar), fields: { ref, share1: shares[0]!, share2: shares[1]! } }
  const own = { cookie: await unlocked(officer), params: { ref } }
  for (const id of [officer.staff.id, registrar.id]) await letGrowOld(id)

  const again = (back: string) => `/staff/confirm?to=${encodeURIComponent(back)}`
  const before = [await rowOfTip(ref), await standingOfKeys(two.staff)]
  const left = async (answer: Promise<Answer>) => (await answer).headers.get('Location')
  const keysPage = '/staff/tips/keys'
  expect(await left(get(keys, keysPage, own))).toBe(again(keysPage))
  for (const verb of ['grant', 'revoke', 'recovery-key', 'passphrase', 'shares', 'substitutes'])
    expect(await left(post(keys, keysPage, { ...own, fields: { verb, officer: two.staff.id } }))).toBe(again(keysPage))
  expect(await left(post(file, `/staff/tips/${ref}/file`, own))).toBe(again(`/staff/tips/${ref}`))
  expect(await left(get(print, `/staff/tips/${ref}/print`, own))).toBe(again(`/staff/tips/${ref}/print`))
  expect(await left(get(disclosure, '/staff/tips/disclosure', registrars))).toBe(again('/staff/tips/disclosure'))
  expect(await left(post(disclosure, '/staff/tips/disclosure', registrars))).toBe(again('/staff/tips/disclosure'))
  expect([await rowOfTip(ref), await standingOfKeys(two.staff)]).toEqual(before)

  const { password: proof } = accountOf(officer.staff)
  const back = await post(confirm, again(keysPage), { ...own, fields: { proof } })
  expect([back.status, back.headers.get('Location')]).toEqual([303, keysPage])
  expect((await get(keys, keysPage, own)).status).toBe(200)
  expect((await post(file, `/staff/tips/${ref}/file`, own)).headers.get('Content-Type')).toBe('application/zip')
})

test('only a holder with an open key says who stands in for whom, and makes a recovery key once there is a key', async () => {
  const [one, two] = officers as [Officer, Officer]
  const standing = async () =>
    (await get(keys, '/staff/tips/keys', one)).data as {
      recoveryKey: { id: string }
      holders: { id: string; deputyId: string | null; headId: string | null; lacks: string[] }[]
    }
  const own = async () => (await standing()).holders.find(({ id }) => id === one.staff.id)
  const before = [await own(), (await standing()).recoveryKey.id]
  const others = [await cookieOf(await makeStaff('officer')), await unlocked(await newOfficer()), one.cookie]
  const tried: Record<string, string>[] = [
    { verb: 'substitutes', holder: one.staff.id, deputy: two.staff.id, head: two.staff.id },
    { verb: 'recovery-key', seen: (await standing()).recoveryKey.id },
  ]
  for (const cookie of others)
    for (const fields of tried)
      expect(await post(keys, '/staff/tips/keys', { cookie, fields })).toMatchObject({
        status: 403,
        data: { refused: 'keys-locked' },
      })
  expect([await own(), (await standing()).recoveryKey.id]).toEqual(before)
  expect(await own()).toMatchObject({ lacks: ['deputy', 'head'] })
  const fields = { verb: 'substitutes', holder: one.staff.id, deputy: two.staff.id, head: two.staff.id }
  expect((await post(keys, '/staff/tips/keys', { cookie: await unlocked(one), fields })).status).toBe(303)
  expect(await own()).toMatchObject({ deputyId: two.staff.id, headId: two.staff.id, lacks: [] })
  const { desk } = (await get(list, '/staff/tips', one)).data as { desk: { lacks: string[] } }
  const lacking = (await standing()).holders.filter(({ lacks }) => lacks.length > 0)
  expect(lacking.length).toBeGreaterThan(0)
  for (const told of desk.lacks) expect(told.split(two.staff.name)).toHaveLength(lacking.length + 1)
  expect(desk.lacks).toHaveLength(2)
})

test('a registrar of the police opens one tip with two shares, and is told no more when it fails', async () => {
  const cookie = await cookieOf(await makeStaff('registrar', 'polisen'))
  tipsKey = await openKeyOf(officers[1]!)
  const shown = Buffer.from('RIFF a photo')
  const { ref } = await makeTip(tipsKey, { body: 'Utlämnas kanske.', photo: { shown, original: shown } })
  const disclose = (wanted: string, share2: string) =>
    post(disclosure, '/staff/tips/disclosure', { cookie, fields: { ref: wanted, share1: shares[0]!, share2 } })
  const [wrongRef, wrongShare] = [await disclose('AAAA-AAAA', shares[1]!), await disclose(ref, shares[0]!)]
  expect(wrongRef).toMatchObject({ status: 422, data: { refused: 'wrong-shares' } })
  expect(wrongShare).toMatchObject({ status: 422, data: { refused: 'wrong-shares' } })
  const right = JSON.stringify((await disclose(ref.toLowerCase(), shares[1]!)).data)
  expect(right).toContain('Utlämnas kanske.')
  expect(right).toContain(`data:image/webp;base64,${shown.toString('base64')}`)
})

test('a holder seals a concern of the police on its page', async () => {
  const { ref } = await makeSubmission({ category: 'drugs' })
  const visit = { cookie: officers[0]!.cookie, params: { ref } }
  expect((await get(seal, `/staff/tips/seal/${ref}`, visit)).data).toMatchObject({ submission: ref, granted: true })
  const done = await post(seal, `/staff/tips/seal/${ref}`, { ...visit, fields: {} })
  expect([done.status, done.headers.get('Location')]).toEqual([303, `/staff/tips/${ref}`])
})

/** One more officer who can open tips. */
async function newHolder(): Promise<Officer> {
  const officer = await newOfficer()
  expect(await grantHolder(officers[0]!.staff, tipsKey, officer.staff.id)).toHaveProperty('granted')
  return officer
}

test('what she had typed when tips were locked meanwhile waits at the passphrase, and then goes on to the tip', async () => {
  const officer = await newHolder()
  const { ref } = await makeTip(tipsKey)
  const at = { params: { ref } }
  const cookie = await unlocked(officer)
  const { formToken } = (await get(tipPage, `/staff/tips/${ref}`, { cookie, ...at })).data as { formToken: string }
  await post(lock, '/staff/tips/lock', { cookie })
  const fields = { verb: 'reply', message: 'Tack.\r\nVi hör av oss.', formToken }
  const sent = await post(tipPage, `/staff/tips/${ref}`, { cookie, ...at, fields })
  const to = `/staff/tips/unlock?to=${ref}`
  expect([sent.status, sent.headers.get('Location')]).toEqual([307, to])

  expect(await post(unlock, to, { cookie, fields })).toMatchObject({ status: 200, data: { waits: fields, errors: {} } })
  const wrong = await post(unlock, to, { cookie, fields: { ...fields, passphrase: 'not mine at all' } })
  expect(wrong).toMatchObject({ status: 422, data: { waits: fields, errors: { passphrase: 'wrong-passphrase' } } })
  expect(JSON.stringify(wrong.data)).not.toContain('not mine')
  const right = await post(unlock, to, { cookie, fields: { ...fields, passphrase: officer.passphrase } })
  expect([right.status, right.headers.get('Location')]).toEqual([307, `/staff/tips/${ref}`])
  const on = { cookie: `${officer.cookie}; ${cookieFrom(right)}`, ...at }
  expect((await post(tipPage, `/staff/tips/${ref}`, { ...on, fields })).status).toBe(303)
  expect(await eventsOfTip(ref)).toContain('tip-answered')
  const draft = { verb: 'draft', message: 'Inte klart än.' }
  expect(await post(tipPage, `/staff/tips/${ref}`, { ...on, fields: draft })).toMatchObject({
    status: 200,
    data: { values: { message: 'Inte klart än.' } },
  })
})

test('whoever gives a wrong passphrase is still on her way to the tip', async () => {
  const { cookie, passphrase } = await newHolder()
  const to = '/staff/tips/unlock?to=AAAA-AAAA'
  expect((await post(unlock, to, { cookie, fields: { passphrase: 'wrong' } })).status).toBe(422)
  expect((await get(unlock, to, { cookie })).data).toMatchObject({ to: 'AAAA-AAAA' })
  const right = await post(unlock, to, { cookie, fields: { passphrase } })
  expect([right.status, right.headers.get('Location')]).toEqual([303, '/staff/tips/AAAA-AAAA'])
})

test('the log of tips tells holders by day who did what with which tip, and nobody else', async () => {
  const officer = await newHolder()
  const { ref } = await makeTip(tipsKey, { body: 'Ett hemligt ord: tistelvägen.' })
  const { ref: other } = await makeTip(tipsKey)
  const cookie = await unlocked(officer)
  for (const one of [ref, other]) await get(tipPage, `/staff/tips/${one}`, { cookie, params: { ref: one } })
  const own = { verb: 'assign', from: '', assignee: officer.staff.id }
  await post(tipPage, `/staff/tips/${ref}`, { cookie, params: { ref }, fields: own })
  const asked = await get(log, `/staff/tips/log?ref=${ref}`, { cookie })
  const by = { who: officer.staff.name, ref, day: expect.stringMatching(/\d{4}/), about: null }
  expect(asked.data).toMatchObject({
    of: ref,
    lines: [
      { ...by, what: 'Handläggare ändrad', details: [`Till: ${officer.staff.name}`] },
      { ...by, what: 'Tips läst', details: [] },
      { ...by, what: 'Tips öppnat första gången', details: [] },
    ],
    before: null,
  })
  expect(JSON.stringify(asked.data)).not.toContain('tistelvägen')
  const whole = (await get(log, '/staff/tips/log', { cookie })).data as {
    lines: { what: string; ref: string | null }[]
  }
  expect(whole.lines.map((line) => line.ref)).toContain(other)
  expect(whole.lines.filter(({ what }) => what === 'Läste loggen')).toHaveLength(1)
  expect(whole.lines.map(({ what }) => what).filter((what) => what.includes('log.event'))).toEqual([])

  for (const locked of [officer.cookie, await cookieOf(await makeStaff('officer'))])
    expect((await get(log, '/staff/tips/log', { cookie: locked })).headers.get('Location')).toBe('/staff/tips/unlock')
  const waits = await get(log, '/staff/tips/log', { cookie: await unlocked(await newOfficer()) })
  expect(waits.headers.get('Location')).toBe('/staff/tips/keys')
  for (const role of ['admin', 'registrar'] as const) {
    const visit = { cookie: await cookieOf(await makeStaff(role, 'polisen')) }
    expect((await get(log, '/staff/tips/log', visit)).status).toBe(404)
  }
})

test('who has tried too often to open tips is told for how many minutes to wait', async () => {
  const officer = await makeStaff('officer')
  const registrar = await cookieOf(await makeStaff('registrar', 'polisen'))
  const cookie = await cookieOf(officer)
  await becomeHolder(officer, 'a passphrase of my own')
  const share = shares[0]!
  const tryPassphrase = () => post(unlock, '/staff/tips/unlock', { cookie, fields: { passphrase: 'a guess of sorts' } })
  const fields = { ref: 'AAAA-AAAA', share1: share, share2: share }
  const tryShares = () => post(disclosure, '/staff/tips/disclosure', { cookie: registrar, fields })
  for (let index = 0; index < 10; index += 1) await Promise.all([tryPassphrase(), tryShares()])
  const wait = 'För många försök. Vänta 15 minuter och försök igen.'
  const byKeys = { verb: 'shares', share1: share, share2: share }
  const onKeys = await post(keys, '/staff/tips/keys', { cookie, fields: byKeys })
  for (const answer of [await tryPassphrase(), await tryShares(), onKeys]) {
    expect(answer).toMatchObject({ status: 429, data: { wait } })
    expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(600)
  }
})

test('who can open tips sees on her first page what waits of them; nobody else sees that there are any', async () => {
  const homeOf = async (cookie: string) => (await get(home, '/staff', { cookie })).data as { tips?: unknown }
  const { cookie } = officers[1]!
  const others = await Promise.all(
    [makeStaff('officer'), makeStaff('registrar', 'polisen')].map(async (other) => cookieOf(await other)),
  )
  const all = async () => Promise.all(others.map(async (other) => JSON.stringify(await homeOf(other))))
  await withoutTips()
  const before = await all()
  const zero = [
    { count: '0', label: 'tips som ingen har öppnat' },
    { count: '0', label: 'tips där den boende har skrivit' },
  ]
  expect((await homeOf(cookie)).tips).toEqual({ title: 'Tips', counts: zero })
  const key = await openKeyOf(officers[1]!)
  await makeTip(key)
  await makeTip(key, { messages: ['En sak till.'] })
  expect((await homeOf(cookie)).tips).toMatchObject({ counts: [{ count: '2' }, { count: '1' }] })
  expect(await all()).toEqual(before)
  expect(before.join()).not.toMatch(/tips/i)
})
