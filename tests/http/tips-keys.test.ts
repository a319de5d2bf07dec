import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { staffSessions } from '#db/schema/staff.ts'
import { tips } from '#db/schema/tips.ts'
import { deactivate } from '#app/domain/staff/deactivate.server.ts'
import { becomeHolder } from '#app/domain/tips/become-holder.server.ts'
import { grantHolder } from '#app/domain/tips/grant-holder.server.ts'
import { isGranted, standingOfKeys } from '#app/domain/tips/holders.server.ts'
import { lockTips } from '#app/domain/tips/lock-tips.server.ts'
import { unlockTips } from '#app/domain/tips/unlock-tips.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import * as confirm from '#app/routes/staff.confirm.tsx'
import * as person from '#app/routes/staff.admin.people.$id.tsx'
import * as tipPage from '#app/routes/staff.tips.$ref.tsx'
import * as file from '#app/routes/staff.tips.$ref_.file.ts'
import * as print from '#app/routes/staff.tips.$ref_.print.tsx'
import * as list from '#app/routes/staff.tips._index.tsx'
import * as disclosure from '#app/routes/staff.tips.disclosure.tsx'
import * as keys from '#app/routes/staff.tips.keys.tsx'
import * as unlock from '#app/routes/staff.tips.unlock.tsx'
import { get, post, type Answer } from '../support/call-route.ts'
import { accountOf, cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeTip, rowOfTip } from '../support/make-tip.ts'
import { holdersOfFile, unlocked } from '../support/holders-of-file.ts'
import { newOfficer, openKeyOf, type Officer } from '../support/new-holders.ts'

const held = holdersOfFile()

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

test('keys are made and granted on their page, and new paper shares are shown in one answer only', async () => {
  const [one] = held.officers as [Officer]
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
  expect((await act({ verb: 'revoke', officer: held.officers[1]!.staff.id, sure: 'yes' })).status).toBe(409)
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
  held.shares = shown
})

test('who knows her passphrase changes it and keeps the right; a wrong one, or two that differ, change nothing', async () => {
  const officer = { ...held.officers[1]! }
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
  held.officers[1] = { ...officer, passphrase: next, ...(await unlockedKey({ ...officer, passphrase: next })) }
  expect(await isGranted(officer.staff)).toBe(true)
})

test('a holder whose account is closed is gone from the keys, and who unlocks next puts a new one in place', async () => {
  const [one, two] = held.officers as [Officer, Officer]
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
  const two = held.officers[1]!
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
  const two = held.officers[1]!
  await grantHolder(two.staff, await openKeyOf(two), officer.staff.id)
  const { ref } = await makeTip(await openKeyOf(officer))
  const registrar = await makeStaff('registrar', 'polisen')
  const registrars = {
    cookie: await cookieOf(registrar),
    fields: { ref, share1: held.shares[0]!, share2: held.shares[1]! },
  }
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
  const [one, two] = held.officers as [Officer, Officer]
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
  const tipsKey = await openKeyOf(held.officers[1]!)
  const shown = Buffer.from('RIFF a photo')
  const { ref } = await makeTip(tipsKey, { body: 'Utlämnas kanske.', photo: { shown, original: shown } })
  const disclose = (wanted: string, share2: string) =>
    post(disclosure, '/staff/tips/disclosure', { cookie, fields: { ref: wanted, share1: held.shares[0]!, share2 } })
  const [wrongRef, wrongShare] = [await disclose('AAAA-AAAA', held.shares[1]!), await disclose(ref, held.shares[0]!)]
  expect(wrongRef).toMatchObject({ status: 422, data: { refused: 'wrong-shares' } })
  expect(wrongShare).toMatchObject({ status: 422, data: { refused: 'wrong-shares' } })
  const right = JSON.stringify((await disclose(ref.toLowerCase(), held.shares[1]!)).data)
  expect(right).toContain('Utlämnas kanske.')
  expect(right).toContain(`data:image/webp;base64,${shown.toString('base64')}`)
})

test('who has tried too often to open tips is told for how many minutes to wait', async () => {
  const officer = await makeStaff('officer')
  const registrar = await cookieOf(await makeStaff('registrar', 'polisen'))
  const cookie = await cookieOf(officer)
  await becomeHolder(officer, 'a passphrase of my own')
  const share = held.shares[0]!
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
