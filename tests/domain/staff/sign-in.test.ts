import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { staff, staffSessions } from '#db/schema/staff.ts'
import { countSignIn } from '#app/domain/staff/count-sign-in.server.ts'
import { findSignedIn } from '#app/domain/staff/queries.server.ts'
import { setPassword } from '#app/domain/staff/set-password.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import { signOut } from '#app/domain/staff/sign-out.server.ts'
import { accountOf, cookieOf, makeStaff } from '../../support/make-staff.ts'

const headersWith = (Cookie: string) =>
  new Headers({ Cookie, 'User-Agent': 'A browser', 'X-Forwarded-For': '192.0.2.7' })
const newVisitor = () => randomBytes(12).toString('hex')

test('who signs in gets a cookie that scripts cannot read and other sites do not send', async () => {
  const { email, password } = accountOf(await makeStaff('officer'))
  const signedIn = await signIn(email.toUpperCase(), password)
  if ('refused' in signedIn) throw new Error(signedIn.refused)
  const cookie = signedIn.cookies.find((one) => one.startsWith('staff.session_token='))
  expect(cookie).toMatch(/HttpOnly/i)
  expect(cookie).toMatch(/SameSite=Lax/i)
  expect(cookie).not.toMatch(/Secure/i)
})

test('a wrong password and an unknown address are refused alike', async () => {
  const { email } = accountOf(await makeStaff('officer'))
  expect(await signIn(email, 'not the password')).toEqual({ refused: 'not-allowed' })
  expect(await signIn(`nobody-${email}`, 'not the password')).toEqual({ refused: 'not-allowed' })
  expect(await signIn('<script>alert(1)</script>', "' or 1=1 --")).toEqual({ refused: 'not-allowed' })
})

test('neither a network address nor a browser name is kept with a session', async () => {
  const officer = await makeStaff('officer')
  expect(await findSignedIn(headersWith(await cookieOf(officer)))).toMatchObject({ id: officer.id, role: 'officer' })
  const kept = await as({ as: 'auth' }, (tx) =>
    tx
      .select({ ipAddress: staffSessions.ipAddress, userAgent: staffSessions.userAgent })
      .from(staffSessions)
      .where(eq(staffSessions.staffId, officer.id)),
  )
  expect(kept.length).toBeGreaterThan(0)
  for (const session of kept) expect([session.ipAddress ?? '', session.userAgent ?? '']).toEqual(['', ''])
})

test('who has signed out is nobody', async () => {
  const cookie = await cookieOf(await makeStaff('partner'))
  const gone = await signOut(headersWith(cookie))
  expect(gone.some((one) => one.startsWith('staff.session_token=;'))).toBe(true)
  expect(await findSignedIn(headersWith(cookie))).toBeUndefined()
})

test('a deactivated account can neither sign in nor go on', async () => {
  const officer = await makeStaff('officer')
  const cookie = await cookieOf(officer)
  await as({ as: 'auth' }, (tx) => tx.update(staff).set({ deactivatedAt: new Date() }).where(eq(staff.id, officer.id)))
  const { email, password } = accountOf(officer)
  expect(await signIn(email, password)).toEqual({ refused: 'not-allowed' })
  expect(await findSignedIn(headersWith(cookie))).toBeUndefined()
})

test('a new password ends the sessions and the old password', async () => {
  const officer = await makeStaff('officer')
  const cookie = await cookieOf(officer)
  const { email, password } = accountOf(officer)
  expect(await setPassword(email, 'quite another password')).toEqual({ id: officer.id })
  expect(await findSignedIn(headersWith(cookie))).toBeUndefined()
  expect(await signIn(email, password)).toEqual({ refused: 'not-allowed' })
  expect(await signIn(email, 'quite another password')).toHaveProperty('cookies')
  expect(await setPassword('nobody@staff.example', 'quite another password')).toEqual({ refused: 'no-such-person' })
})

test('one visitor may try one account ten times, however the address is written', async () => {
  const [visitor, email] = [newVisitor(), `${newVisitor()}@staff.example`]
  for (let attempt = 0; attempt < 10; attempt++)
    expect(await countSignIn(visitor, attempt % 2 ? ` ${email.toUpperCase()} ` : email)).toBe(0)
  expect(await countSignIn(visitor, email)).toBeGreaterThan(0)
})

test('who tries somebody else’s account does not shut its owner out', async () => {
  const email = `${newVisitor()}@staff.example`
  const attacker = newVisitor()
  for (let attempt = 0; attempt < 12; attempt++) await countSignIn(attacker, email)
  expect(await countSignIn(newVisitor(), email)).toBe(0)
})

test('one visitor may try thirty times, however many accounts', async () => {
  const visitor = newVisitor()
  for (let attempt = 0; attempt < 30; attempt++) expect(await countSignIn(visitor, `${attempt}@staff.example`)).toBe(0)
  expect(await countSignIn(visitor, 'one-more@staff.example')).toBeGreaterThan(0)
})
