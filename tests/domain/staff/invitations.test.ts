import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import { staff, staffInvitations } from '#db/schema/staff.ts'
import { acceptInvitation } from '#app/domain/staff/accept-invitation.server.ts'
import { eraseInvitations } from '#app/domain/staff/erase-invitations.server.ts'
import { insertAccount } from '#app/domain/staff/insert-account.server.ts'
import { invitationOfLink } from '#app/domain/staff/invitation-links.server.ts'
import { invitationAt, openInvitations } from '#app/domain/staff/invitations.server.ts'
import { inviteAgain } from '#app/domain/staff/invite-again.server.ts'
import { invite } from '#app/domain/staff/invite.server.ts'
import { findSignedIn, findStaff } from '#app/domain/staff/queries.server.ts'
import { replacePassword } from '#app/domain/staff/replace-password.server.ts'
import { sendInvitation } from '#app/domain/staff/send-invitation.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import { withdrawInvitation } from '#app/domain/staff/withdraw-invitation.server.ts'
import { inviteStaff } from '#app/jobs/invite-staff.server.ts'
import { accountOf, cookieOf, makeStaff } from '../../support/make-staff.ts'

const password = 'fyra gröna tåg till Vara'
const newcomer = () => ({
  ...{ email: `${crypto.randomUUID()}@city.example`, name: 'Nya Nilsson' },
  ...{ role: 'coordinator' as const, organisation: 'trygghetssamordningen' },
})

async function invited(wanted: ReturnType<typeof newcomer> & { areas?: string[] } = newcomer()) {
  const result = await invite(await makeStaff('admin'), wanted)
  if ('refused' in result) throw new Error(result.refused)
  return { ...wanted, ...result, id: (await invitationOfLink(result.token))! }
}

const inOneHourLess = (id: string, hours: number) =>
  as({ as: 'seed' }, (tx) =>
    tx
      .update(staffInvitations)
      .set({ expiresAt: new Date(Date.now() + hours * 3_600_000) })
      .where(eq(staffInvitations.id, id)),
  )

test('who is invited chooses a password once, and signs in with it', async () => {
  const { token, email } = await invited()
  expect(await signIn(email, password)).toEqual({ refused: 'not-allowed' })
  expect(await acceptInvitation(token, password)).toHaveProperty('staffId')
  const signedIn = await signIn(email.toUpperCase(), password)
  if ('refused' in signedIn) throw new Error(signedIn.refused)
  const Cookie = signedIn.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  expect(await findSignedIn(new Headers({ Cookie }))).toMatchObject({ name: 'Nya Nilsson', role: 'coordinator' })
  expect(await acceptInvitation(token, 'another fine password')).toEqual({ refused: 'not-found' })
})

test('the areas that an invitation names are the account’s limit, and stay with a new password', async () => {
  const admin = await makeStaff('admin')
  const { token, email } = await invited({ ...newcomer(), areas: ['609', '606'] })
  expect((await openInvitations()).find((one) => one.email === email)).toMatchObject({ areas: ['606', '609'] })
  const accepted = await acceptInvitation(token, password)
  if (!('staffId' in accepted)) throw new Error('not accepted')
  expect(await findStaff(accepted.staffId)).toMatchObject({ areas: ['606', '609'] })
  const again = await inviteAgain(admin, accepted.staffId)
  if ('refused' in again) throw new Error(again.refused)
  await acceptInvitation(again.token, `${password} igen`)
  expect(await findStaff(accepted.staffId)).toMatchObject({ areas: ['606', '609'] })
  expect(await invite(admin, { ...newcomer(), areas: ['999'] })).toEqual({ refused: 'no-such-area' })
})

test('two who open the same link at once make one account', async () => {
  const { token } = await invited()
  const results = await Promise.all([acceptInvitation(token, password), acceptInvitation(token, password)])
  expect(results.filter((result) => 'staffId' in result)).toHaveLength(1)
})

test('the link stands for 72 hours and is kept nowhere', async () => {
  const { id, token, email } = await invited()
  const { expiresAt } = (await invitationAt(token))!
  expect(Math.round((expiresAt.getTime() - Date.now()) / 60_000)).toBe(72 * 60)
  const rows = await as({ as: 'seed' }, (tx) => tx.select().from(staffInvitations).where(eq(staffInvitations.id, id)))
  expect(JSON.stringify(rows)).not.toContain(token.slice(32))
  await inOneHourLess(id, -1)
  expect(await invitationAt(token)).toBeUndefined()
  expect(await acceptInvitation(token, password)).toEqual({ refused: 'not-found' })
  await eraseInvitations(new Date())
  const left = await as({ as: 'seed' }, (tx) => tx.$count(staffInvitations, eq(staffInvitations.email, email)))
  expect(left).toBe(0)
})

test('a link that somebody made up, altered or took from elsewhere leads nowhere', async () => {
  const { token } = await invited()
  const altered = [...token].map((letter, index) => (index === 40 ? (letter === '0' ? '1' : '0') : letter)).join('')
  for (const wrong of [altered, token.slice(1), `${token}0`, '', '<script>', "' or 1=1 --", crypto.randomUUID()])
    expect(await acceptInvitation(wrong, password)).toEqual({ refused: 'not-found' })
})

test('a password that is short, common or her own name is not taken, and the link still holds', async () => {
  const { token } = await invited()
  expect(await acceptInvitation(token, 'kort')).toEqual({ fault: 'password-too-short' })
  expect(await acceptInvitation(token, 'Göteborg2026!')).toEqual({ fault: 'password-common' })
  expect(await acceptInvitation(token, 'NyaNilsson2026')).toEqual({ fault: 'password-common' })
  expect(await acceptInvitation(token, password)).toHaveProperty('staffId')
})

test('an address has one account and one invitation, and a role belongs where it can be held', async () => {
  const admin = await makeStaff('admin')
  const first = await invited()
  const second = await invited({ ...newcomer(), email: first.email })
  expect(await invitationAt(first.token)).toBeUndefined()
  await acceptInvitation(second.token, password)
  expect(await invite(admin, { ...newcomer(), email: first.email })).toEqual({ refused: 'address-taken' })
  expect(await invite(admin, { ...newcomer(), organisation: 'polisen' })).toEqual({ refused: 'role-elsewhere' })
  expect(await invite(admin, { ...newcomer(), role: 'officer' })).toEqual({ refused: 'role-elsewhere' })
  expect(await invite(admin, { ...newcomer(), organisation: 'nobody' })).toEqual({ refused: 'no-such-organisation' })
  await expect(invite(await makeStaff('coordinator'), newcomer())).rejects.toThrow('may not staff.edit')
})

test('an invitation that is taken back leads nowhere', async () => {
  const { id, token } = await invited()
  expect((await openInvitations()).some((one) => one.id === id)).toBe(true)
  await withdrawInvitation(await makeStaff('admin'), id)
  expect(await invitationAt(token)).toBeUndefined()
  expect((await openInvitations()).some((one) => one.id === id)).toBe(false)
})

test('who has forgotten her password gets a link to a new one, which ends her sessions when it is used', async () => {
  const [admin, officer] = [await makeStaff('admin'), await makeStaff('officer')]
  const cookie = await cookieOf(officer)
  const { email, password: old } = accountOf(officer)
  const sent = await inviteAgain(admin, officer.id)
  if ('refused' in sent) throw new Error(sent.refused)
  expect(await signIn(email, old)).toHaveProperty('cookies')
  expect(await acceptInvitation(sent.token, password)).toEqual({ staffId: officer.id })
  expect(await signIn(email, old)).toEqual({ refused: 'not-allowed' })
  expect(await signIn(email, password)).toHaveProperty('cookies')
  expect(await findSignedIn(new Headers({ Cookie: cookie }))).toBeUndefined()
  expect(await inviteAgain(admin, crypto.randomUUID())).toEqual({ refused: 'no-such-person' })
})

test('the mail holds the link in Swedish and English, and none goes out for an invitation that was taken back', async () => {
  const { id, token, email } = await invited()
  const mailsTo = () => as({ as: 'seed' }, (tx) => tx.select().from(outbox).where(eq(outbox.recipient, email)))
  await inviteStaff({ invitationId: id }, crypto.randomUUID())
  const [mail] = await mailsTo()
  const link = `http://localhost:3000/staff/invitation/${token}`
  expect(mail?.body.split(link)).toHaveLength(3)
  expect(mail?.body).toMatch(/^Hej [^]*Välj ditt lösenord[^]*\nHello [^]*Choose your password/)
  expect(mail?.subject).toBe('Du är inbjuden till Nordost svarar / You are invited to Nordost svarar')
  expect(mail?.body).not.toMatch(/account:|undefined|\{\{/)
  await withdrawInvitation(await makeStaff('admin'), id)
  await inviteStaff({ invitationId: id }, crypto.randomUUID())
  expect(await mailsTo()).toHaveLength(1)
})

test('what is begun and breaks off leaves no account, no invitation and the old password', async () => {
  const officer = await makeStaff('officer')
  const { email, ...rest } = newcomer()
  const account = { ...rest, email, signsAs: { sv: 'Funktionen' } }
  const broken = as({ as: 'auth' }, async (tx) => {
    await insertAccount(tx, account, 'hash')
    await sendInvitation(tx, { ...account, email: `another-${email}` })
    await replacePassword(tx, officer.id, { hash: 'hash' })
    throw new Error('broken off')
  })
  await expect(broken).rejects.toThrow('broken off')
  expect(await as({ as: 'seed' }, (tx) => tx.$count(staff, eq(staff.email, email)))).toBe(0)
  expect((await openInvitations()).some((one) => one.email === `another-${email}`)).toBe(false)
  const { email: address, password: old } = accountOf(officer)
  expect(await signIn(address, old)).toHaveProperty('cookies')
})
