import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { roles, staffSecondFactors } from '#db/schema/staff.ts'
import { confirmAgain, isFresh } from '#app/domain/staff/confirm-again.server.ts'
import { confirmSecondFactor } from '#app/domain/staff/confirm-second-factor.server.ts'
import { findSession, findSignedIn } from '#app/domain/staff/queries.server.ts'
import { removeSecondFactor } from '#app/domain/staff/remove-second-factor.server.ts'
import { renewRecoveryCodes } from '#app/domain/staff/renew-recovery-codes.server.ts'
import { asksSecondFactor, lacksSecondFactor } from '#app/domain/staff/second-factor-roles.ts'
import { addressForApp, codeAt } from '#app/domain/staff/second-factors.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import { startSecondFactor } from '#app/domain/staff/start-second-factor.server.ts'
import { takeCode } from '#app/domain/staff/take-code.server.ts'
import { accountOf, cookieOf, makeStaff } from '../../support/make-staff.ts'
import { setUpSecondFactor } from '../../support/set-up-second-factor.ts'

const headersWith = (Cookie: string) => new Headers({ Cookie })
const halfMinute = 30_000

test('an app is in use only when its first code was right, and then ten recovery codes are given', async () => {
  const { id } = await makeStaff('officer')
  const started = await startSecondFactor(id)
  if ('refused' in started) throw new Error(started.refused)
  expect(await startSecondFactor(id)).toEqual(started)
  expect(await takeCode(id, codeAt(started.secret))).toBe(false)
  expect(await confirmSecondFactor(id, '000000')).toEqual({ refused: 'not-allowed' })
  const confirmed = await confirmSecondFactor(id, codeAt(started.secret))
  if ('refused' in confirmed) throw new Error(confirmed.refused)
  expect(new Set(confirmed.codes).size).toBe(10)
  for (const code of confirmed.codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/)
  expect(await startSecondFactor(id)).toEqual({ refused: 'changed-meanwhile' })
  expect(await confirmSecondFactor(id, codeAt(started.secret))).toEqual({ refused: 'changed-meanwhile' })
})

test('neither the secret nor a recovery code stands in the database', async () => {
  const officer = await makeStaff('officer')
  const { secret, codes } = await setUpSecondFactor(officer)
  const rows = await as({ as: 'seed' }, (tx) =>
    tx.select().from(staffSecondFactors).where(eq(staffSecondFactors.staffId, officer.id)),
  )
  const kept = JSON.stringify(rows)
  for (const text of [secret, ...codes, ...codes.map((code) => code.replace('-', ''))]) expect(kept).not.toContain(text)
})

test('what the app reads names the portal and the account', () => {
  const address = new URL(addressForApp('ORSXG5A', { portal: 'Nordost svarar', email: 'a@b.example' }))
  expect([address.protocol, address.host]).toEqual(['otpauth:', 'totp'])
  expect(address.searchParams.get('secret')).toBe('ORSXG5A')
  expect(address.searchParams.get('issuer')).toBe('Nordost svarar')
  expect(decodeURIComponent(address.pathname)).toContain('a@b.example')
})

test('who has an app is not signed in by her password alone', async () => {
  const officer = await makeStaff('officer')
  await setUpSecondFactor(officer)
  const { email, password } = accountOf(officer)
  expect(await signIn(email, password)).toEqual({ staffId: officer.id, cookies: [], awaits: true })
  expect(await signIn(email, 'not the password')).toEqual({ refused: 'not-allowed' })
})

test('a code is taken once, from the half minute before to the one after', async () => {
  const officer = await makeStaff('officer')
  const { secret } = await setUpSecondFactor(officer, -halfMinute)
  const now = codeAt(secret)
  expect(await takeCode(officer.id, ` ${now.slice(0, 3)} ${now.slice(3)} `)).toBe(true)
  expect(await takeCode(officer.id, now)).toBe(false)
  expect(await takeCode(officer.id, codeAt(secret, Date.now() - 3 * halfMinute))).toBe(false)
  expect(await takeCode(officer.id, codeAt(secret, Date.now() + 3 * halfMinute))).toBe(false)
  for (const wrong of ['', '12345', '1234567', 'abcdef', "' or 1=1", '١٢٣٤٥٦'])
    expect(await takeCode(officer.id, wrong)).toBe(false)
})

test('two who use the same code at once get one session between them', async () => {
  const officer = await makeStaff('officer')
  const { codes, secret } = await setUpSecondFactor(officer, -halfMinute)
  const twice = async (code: string) => Promise.all([takeCode(officer.id, code), takeCode(officer.id, code)])
  expect((await twice(codeAt(secret))).filter(Boolean)).toHaveLength(1)
  expect((await twice(codes[0]!)).filter(Boolean)).toHaveLength(1)
})

test('a recovery code is taken once, however it is typed, and only by its owner', async () => {
  const [officer, other] = [await makeStaff('officer'), await makeStaff('officer')]
  const { codes } = await setUpSecondFactor(officer)
  await setUpSecondFactor(other)
  expect(await takeCode(other.id, codes[0]!)).toBe(false)
  expect(await takeCode(officer.id, codes[0]!.toLowerCase().replace('-', ' '))).toBe(true)
  expect(await takeCode(officer.id, codes[0]!)).toBe(false)
  const renewed = await renewRecoveryCodes(officer.id)
  if ('refused' in renewed) throw new Error(renewed.refused)
  expect(await takeCode(officer.id, codes[1]!)).toBe(false)
  expect(await takeCode(officer.id, renewed.codes[1]!)).toBe(true)
  expect(await renewRecoveryCodes((await makeStaff('analyst')).id)).toEqual({ refused: 'changed-meanwhile' })
})

test('an administrator takes away the app of who has lost her telephone, and with it her sessions; nobody else can', async () => {
  const officer = await makeStaff('officer')
  const cookie = await cookieOf(officer)
  await setUpSecondFactor(officer)
  await expect(removeSecondFactor(await makeStaff('coordinator'), officer.id)).rejects.toThrow()
  await removeSecondFactor(await makeStaff('admin'), officer.id)
  expect(await findSignedIn(headersWith(cookie))).toBeUndefined()
  expect(await findSession(headersWith(await cookieOf(officer)))).toMatchObject({ secondFactor: false })
})

test('those who read for an authority or give rights must have a second factor in production', () => {
  expect(roles.filter((role) => asksSecondFactor[role])).toEqual(['admin', 'officer', 'coordinator', 'registrar'])
  const signedIn = { role: 'officer', via: 'password', secondFactor: false } as const
  expect(lacksSecondFactor(signedIn, 'production')).toBe(true)
  expect(lacksSecondFactor(signedIn, 'trial')).toBe(false)
  expect(lacksSecondFactor({ ...signedIn, secondFactor: true }, 'production')).toBe(false)
  expect(lacksSecondFactor({ ...signedIn, via: 'passkey' }, 'production')).toBe(false)
  expect(lacksSecondFactor({ ...signedIn, via: 'single-sign-on' }, 'production')).toBe(false)
  expect(lacksSecondFactor({ ...signedIn, role: 'partner' }, 'production')).toBe(false)
})

test('a proof of who one is holds for ten minutes, and is given anew by password or code', async () => {
  const officer = await makeStaff('officer')
  const cookie = await cookieOf(officer)
  const { secret } = await setUpSecondFactor(officer, -halfMinute)
  const signed = (await findSession(headersWith(cookie)))!
  const [early, late] = [9.9, 10.1].map((minutes) => signed.session.confirmedAt.getTime() + minutes * 60_000)
  expect([isFresh(signed, { now: early }), isFresh(signed, { now: late })]).toEqual([true, false])
  expect(await confirmAgain(signed, 'not the password')).toEqual({ refused: 'not-allowed' })
  expect(await confirmAgain(signed, codeAt(secret))).toEqual({})
  const again = (await findSession(headersWith(cookie)))!
  expect(again.session.confirmedAt.getTime()).toBeGreaterThan(signed.session.confirmedAt.getTime())
  expect(await confirmAgain(again, accountOf(officer).password)).toEqual({})
})
