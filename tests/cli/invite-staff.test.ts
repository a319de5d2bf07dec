import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { inviteStaff } from '#app/cli/invite-staff.server.ts'
import { acceptInvitation } from '#app/domain/staff/accept-invitation.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'

const newAddress = () => `${randomBytes(6).toString('hex')}@city.example`
const password = 'fyra gröna tåg till Vara'
const tokenIn = (text: string) => /\/staff\/invitation\/(\w+)\n/.exec(text)?.[1] ?? ''

test('an invited administrator chooses a password at the link that was printed, and signs in', async () => {
  const email = newAddress()
  const told = await inviteStaff(email.toUpperCase(), { role: 'admin' })
  expect(told).toContain(`${email} is invited as admin of Göteborgs Stad`)
  expect(await acceptInvitation(tokenIn(told), password)).toHaveProperty('staffId')
  expect(await signIn(email, password)).toHaveProperty('cookies')
  await expect(inviteStaff(email, { role: 'admin' })).rejects.toThrow('has an account already')
})

test('what cannot be is refused in one line', async () => {
  const refused: [string | undefined, Parameters<typeof inviteStaff>[1], RegExp][] = [
    [undefined, { role: 'admin' }, /^EMAIL must/],
    ['nobody', { role: 'admin' }, /^EMAIL must/],
    [newAddress(), {}, /^--role must be one of admin, officer/],
    [newAddress(), { role: 'king' }, /^--role must/],
    [newAddress(), { role: 'partner' }, /^--organisation is needed/],
    [newAddress(), { role: 'partner', organisation: 'nobody' }, /^--organisation must be one of/],
    [newAddress(), { role: 'officer', organisation: 'goteborg' }, /^--organisation must be one in which/],
  ]
  for (const [email, wanted, message] of refused) await expect(inviteStaff(email, wanted)).rejects.toThrow(message)
})

/** Runs the operator's command as the operator does. */
function portal(words: string[], environment: Record<string, string> = {}) {
  const { DATABASE_URL: _, ...rest } = process.env
  const env = { ...rest, NODE_ENV: 'production' as const, ...environment }
  const { status, stdout, stderr } = spawnSync(process.execPath, ['app/cli/portal.ts', ...words], { env })
  return { status, told: stdout.toString(), wrong: stderr.toString() }
}

const production = {
  DATABASE_URL: process.env.TEST_DATABASE_URL ?? '',
  SMTP_URL: 'smtp://localhost:2525',
}

test('the first administrator of production comes from one command', async () => {
  const email = newAddress()
  const { status, told, wrong } = portal(['staff', 'invite', email, '--role', 'admin'], production)
  expect([status, wrong]).toEqual([0, ''])
  expect(told).toContain('http://localhost:3000/staff/invitation/')
  expect(portal(['seed', 'reference'], production)).toEqual({ status: 0, told: '', wrong: '' })
}, 60_000)

test('a command that cannot be done says why in one line and changes nothing', () => {
  const invite = ['staff', 'invite', newAddress(), '--role']
  expect(portal([...invite, 'admin'])).toMatchObject({ status: 1, wrong: expect.stringMatching(/^DATABASE_URL .*\n$/) })
  expect(portal([...invite, 'king'], production)).toMatchObject({
    status: 1,
    wrong: expect.stringMatching(/^--role .*\n$/),
  })
  expect(portal([...invite, 'admin'], { ...production, SMTP_URL: '' })).toMatchObject({
    status: 1,
    wrong: expect.stringMatching(/^SMTP_URL .*\n$/),
  })
  expect(portal(['dance'])).toMatchObject({ status: 2, told: expect.stringContaining('staff invite EMAIL') })
  expect(portal(['--help'])).toMatchObject({ status: 0 })
}, 60_000)
