import { and, eq, like } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { staff as people, staffPasskeys } from '#db/schema/staff.ts'
import { districtAreas } from '#app/domain/areas/queries.server.ts'
import { acceptByIssuer } from '#app/domain/staff/accept-by-issuer.server.ts'
import { addPasskey } from '#app/domain/staff/add-passkey.server.ts'
import { changePassword } from '#app/domain/staff/change-password.server.ts'
import { changeRole } from '#app/domain/staff/change-role.server.ts'
import { deactivate } from '#app/domain/staff/deactivate.server.ts'
import { endSessions } from '#app/domain/staff/end-sessions.server.ts'
import { invite } from '#app/domain/staff/invite.server.ts'
import { openSession } from '#app/domain/staff/open-session.server.ts'
import { passkeysOf } from '#app/domain/staff/passkeys.server.ts'
import { everybody, findPerson, sessionsOf } from '#app/domain/staff/people.server.ts'
import { findSession, findSignedIn } from '#app/domain/staff/queries.server.ts'
import { reactivate } from '#app/domain/staff/reactivate.server.ts'
import { removePasskey } from '#app/domain/staff/remove-passkey.server.ts'
import { renamePasskey } from '#app/domain/staff/rename-passkey.server.ts'
import { signInFromIssuer } from '#app/domain/staff/sign-in-from-issuer.server.ts'
import { signInWithPasskey } from '#app/domain/staff/sign-in-with-passkey.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import { accountOf, cookieOf, makeStaff } from '../../support/make-staff.ts'

const who = (cookie: string) => findSignedIn(new Headers({ Cookie: cookie }))

test('a closed account is signed out at once, cannot sign in, and keeps its name on what was done', async () => {
  const [admin, coordinator] = [await makeStaff('admin'), await makeStaff('coordinator')]
  const cookie = await cookieOf(coordinator)
  expect(await deactivate(admin, coordinator.id)).toEqual({ id: coordinator.id })
  expect(await who(cookie)).toBeUndefined()
  const { email, password } = accountOf(coordinator)
  expect(await signIn(email, password)).toEqual({ refused: 'not-allowed' })
  expect(await openSession(coordinator.id, 'passkey')).toEqual({ refused: 'not-allowed' })
  expect(await signInFromIssuer({ issuer: 'i', subject: 's', email, emailVerified: true })).toEqual({
    refused: 'not-allowed',
  })
  expect(await findPerson(admin, coordinator.id)).toMatchObject({ name: 'Test coordinator', sessions: 0 })
  expect((await everybody(admin)).some((person) => person.id === coordinator.id)).toBe(true)
  expect(await reactivate(admin, coordinator.id)).toEqual({ id: coordinator.id })
  expect(await signIn(email, password)).toHaveProperty('cookies')
  expect(await who(cookie)).toBeUndefined()
})

test('another role ends the sessions, and can be held only where it belongs', async () => {
  const [admin, analyst] = [await makeStaff('admin'), await makeStaff('analyst')]
  const cookie = await cookieOf(analyst)
  const to = { role: 'registrar', organisation: 'polisen' } as const
  expect(await changeRole(admin, analyst.id, { ...to, role: 'coordinator' })).toEqual({ refused: 'role-elsewhere' })
  expect(await changeRole(admin, analyst.id, { ...to, organisation: 'x' })).toEqual({ refused: 'no-such-organisation' })
  expect(await who(cookie)).toMatchObject({ role: 'analyst' })
  expect(await changeRole(admin, analyst.id, to)).toEqual({ id: analyst.id })
  expect(await who(cookie)).toBeUndefined()
  expect(await who(await cookieOf(analyst))).toMatchObject(to)
})

test('other areas are a line of the audit and end the sessions; some roles and all areas are no limit', async () => {
  const [admin, officer] = [await makeStaff('admin'), await makeStaff('officer')]
  const cookie = await cookieOf(officer)
  const at = { role: 'officer', organisation: 'polisen' } as const
  expect(await changeRole(admin, officer.id, { ...at, areas: ['606', 'x'] })).toEqual({ refused: 'no-such-area' })
  expect(await changeRole(admin, officer.id, { ...at, areas: [] })).toEqual({ id: officer.id })
  expect(await who(cookie)).toMatchObject({ areas: [] })
  expect(await changeRole(admin, officer.id, { ...at, areas: ['609', '606'] })).toEqual({ id: officer.id })
  expect(await who(cookie)).toBeUndefined()
  expect(await who(await cookieOf(officer))).toMatchObject({ areas: ['606', '609'] })
  expect(await findPerson(admin, officer.id)).toMatchObject({ areas: ['606', '609'] })
  const everywhere = (await districtAreas()).map(({ code }) => code)
  await changeRole(admin, officer.id, { ...at, areas: everywhere })
  expect(await findPerson(admin, officer.id)).toMatchObject({ areas: [] })
  await changeRole(admin, officer.id, { ...at, role: 'registrar', areas: ['606'] })
  expect(await findPerson(admin, officer.id)).toMatchObject({ role: 'registrar', areas: [] })
  const lines = await as({ as: 'seed' }, (tx) =>
    tx
      .select({ event: auditLines.event, staffId: auditLines.staffId, details: auditLines.details })
      .from(auditLines)
      .where(and(eq(auditLines.subject, `staff:${officer.id}`), like(auditLines.event, '%-changed')))
      .orderBy(auditLines.id),
  )
  const by = { staffId: admin.id }
  expect(lines).toEqual([
    { ...by, event: 'areas-changed', details: { areas: '606 609' } },
    { ...by, event: 'areas-changed', details: { areas: 'all' } },
    {
      ...by,
      event: 'role-changed',
      details: { from: 'officer', to: 'registrar', organisation: 'polisen', areas: 'all' },
    },
  ])
})

test('an administrator changes neither her own account nor, once she is none, anybody’s', async () => {
  const [admin, other, officer] = [await makeStaff('admin'), await makeStaff('admin'), await makeStaff('officer')]
  expect(await deactivate(admin, admin.id)).toEqual({ refused: 'own-account' })
  expect(await changeRole(admin, admin.id, { role: 'officer', organisation: 'polisen' })).toEqual({
    refused: 'own-account',
  })
  await deactivate(other, admin.id)
  expect(await deactivate(admin, officer.id)).toEqual({ refused: 'not-allowed' })
  expect(await deactivate(other, crypto.randomUUID())).toEqual({ refused: 'no-such-person' })
})

test('two administrators who close each other’s accounts at once leave one', async () => {
  const [one, two] = [await makeStaff('admin'), await makeStaff('admin')]
  const results = await Promise.all([deactivate(one, two.id), deactivate(two, one.id)])
  expect(results.filter((result) => 'id' in result)).toHaveLength(1)
})

test('only administrators edit accounts', async () => {
  const [officer, other] = [await makeStaff('officer'), await makeStaff('officer')]
  for (const command of [deactivate, reactivate]) await expect(command(officer, other.id)).rejects.toThrow()
  await expect(changeRole(officer, other.id, { role: 'admin', organisation: 'goteborg' })).rejects.toThrow()
  await expect(endSessions(officer, { of: other.id })).rejects.toThrow()
  await expect(everybody(officer)).rejects.toThrow()
  await expect(findPerson(officer, other.id)).rejects.toThrow()
})

test('a person sees where she is signed in, and ends one session or all others', async () => {
  const officer = await makeStaff('officer')
  const cookies = [await cookieOf(officer), await cookieOf(officer), await cookieOf(officer)] as const
  const ids = await Promise.all(
    cookies.map(async (cookie) => (await findSession(new Headers({ Cookie: cookie })))!.session.id),
  )
  expect((await sessionsOf(officer.id)).map(({ id }) => id).sort()).toEqual([...ids].sort())
  expect(await endSessions(officer, { of: officer.id, only: ids[1]! })).toEqual({ ended: 1 })
  expect(await who(cookies[1])).toBeUndefined()
  expect(await endSessions(officer, { of: officer.id, except: ids[0]! })).toEqual({ ended: 1 })
  expect(await who(cookies[2])).toBeUndefined()
  expect(await who(cookies[0])).toMatchObject({ id: officer.id })
  expect(await endSessions(officer, { of: officer.id })).toEqual({ ended: 1 })
  expect(await who(cookies[0])).toBeUndefined()
})

test('nobody ends another’s session by its id', async () => {
  const [officer, other] = [await makeStaff('officer'), await makeStaff('officer')]
  const cookie = await cookieOf(other)
  const [session] = await sessionsOf(other.id)
  expect(await endSessions(officer, { of: officer.id, only: session!.id })).toEqual({ ended: 0 })
  expect(await who(cookie)).toMatchObject({ id: other.id })
})

test('who changes her password stays signed in where she does it, and nowhere else', async () => {
  const officer = await makeStaff('officer')
  const [here, there] = [await cookieOf(officer), await cookieOf(officer)]
  const signed = (await findSession(new Headers({ Cookie: here })))!
  const { email, password: current } = accountOf(officer)
  const next = 'fyra gröna tåg till Vara'
  expect(await changePassword(signed, { current: 'wrong', password: next })).toEqual({ refused: 'not-allowed' })
  expect(await changePassword(signed, { current, password: 'lösenord1234' })).toEqual({ fault: 'password-common' })
  expect(await changePassword(signed, { current, password: next })).toEqual({ id: officer.id })
  expect(await who(here)).toMatchObject({ id: officer.id })
  expect(await who(there)).toBeUndefined()
  expect(await signIn(email, next)).toHaveProperty('cookies')
})

test('an answer that no device has given adds no passkey and signs nobody in', async () => {
  const officer = await makeStaff('officer')
  const response = { id: 'made up', rawId: 'made up', type: 'public-key', response: {}, clientExtensionResults: {} }
  const given = { challenge: 'asked', response: response as never }
  expect(await addPasskey(officer.id, { ...given, name: 'Min' })).toEqual({ refused: 'not-allowed' })
  expect(await signInWithPasskey(given)).toEqual({ refused: 'not-allowed' })
  expect(await passkeysOf(officer.id)).toEqual([])
})

test('a person renames and removes her own passkeys, and nobody else’s', async () => {
  const [officer, other] = [await makeStaff('officer'), await makeStaff('officer')]
  const id = crypto.randomUUID()
  await as({ as: 'auth' }, (tx) =>
    tx.insert(staffPasskeys).values({ id, staffId: officer.id, name: 'Gammal', publicKey: 'AA' }),
  )
  const response = { id, rawId: id, type: 'public-key', response: {}, clientExtensionResults: {} } as never
  expect(await signInWithPasskey({ challenge: 'asked', response })).toEqual({ refused: 'not-allowed' })
  expect(await renamePasskey(other.id, id, 'Min')).toEqual({ refused: 'not-found' })
  expect(await removePasskey(other.id, id)).toEqual({ refused: 'not-found' })
  expect(await renamePasskey(officer.id, id, 'Jobbtelefonen')).toEqual({ id })
  expect(await passkeysOf(officer.id)).toMatchObject([{ id, name: 'Jobbtelefonen', usedAt: null }])
  expect(await removePasskey(officer.id, id)).toEqual({ id })
  expect(await as({ as: 'auth' }, (tx) => tx.$count(staffPasskeys, eq(staffPasskeys.id, id)))).toBe(0)
})

test('the issuer of single sign-on vouches for known addresses, and each belongs to one person there', async () => {
  const officer = await makeStaff('officer')
  const { email } = accountOf(officer)
  const claims = {
    issuer: 'https://login.example',
    subject: `sub-${officer.id}`,
    email: email.toUpperCase(),
    emailVerified: true,
  }
  expect(await signInFromIssuer({ ...claims, emailVerified: false })).toEqual({ refused: 'not-allowed' })
  expect(await signInFromIssuer({ ...claims, email: undefined })).toEqual({ refused: 'not-allowed' })
  expect(await signInFromIssuer({ ...claims, email: `nobody-${email}` })).toEqual({ refused: 'not-allowed' })
  const signedIn = await signInFromIssuer(claims)
  if ('refused' in signedIn) throw new Error(signedIn.refused)
  const Cookie = signedIn.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  expect(await findSession(new Headers({ Cookie }))).toMatchObject({ session: { via: 'single-sign-on' } })
  expect(await signInFromIssuer(claims)).toHaveProperty('cookies')
  expect(await signInFromIssuer({ ...claims, subject: 'somebody else' })).toEqual({ refused: 'not-allowed' })
  // Whoever is called the same at another issuer is somebody else.
  expect(await signInFromIssuer({ ...claims, issuer: 'https://other.example' })).toEqual({ refused: 'not-allowed' })
  expect(await signInFromIssuer({ ...claims, email: undefined, emailVerified: false })).toHaveProperty('cookies')
})

test('an invitation is taken up at the issuer once, by a link of ours, and for an address that has no account', async () => {
  const admin = await makeStaff('admin')
  const person = { issuer: 'https://login.example', subject: crypto.randomUUID() }
  const send = async (email: string) => {
    const wanted = { name: 'Nya Nilsson', role: 'partner', organisation: 'gardstensbostader' } as const
    const made = await invite(admin, { ...wanted, email })
    if ('refused' in made) throw new Error(made.refused)
    return made.token
  }
  expect(await acceptByIssuer('made-up', person)).toEqual({ refused: 'not-found' })
  const email = `${crypto.randomUUID()}@city.example`
  const token = await send(email)
  const both = await Promise.all([acceptByIssuer(token, person), acceptByIssuer(token, person)])
  expect(both.filter((result) => 'cookies' in result)).toHaveLength(1)
  expect(both).toContainEqual({ refused: 'not-found' })
  expect(await signIn(email, '')).toEqual({ refused: 'not-allowed' })
  // Meanwhile the address of another invitation got an account.
  const other = `${crypto.randomUUID()}@city.example`
  const late = await send(other)
  await as({ as: 'auth' }, (tx) => tx.update(people).set({ email: other }).where(eq(people.email, email)))
  const somebody = { ...person, subject: crypto.randomUUID() }
  expect(await acceptByIssuer(late, somebody)).toEqual({ refused: 'address-taken' })
})
