import { spawnSync } from 'node:child_process'
import { and, eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { staffPasskeys, staffSecondFactors } from '#db/schema/staff.ts'
import { resetSecondFactor } from '#app/cli/reset-second-factor.server.ts'
import { findSignedIn } from '#app/domain/staff/queries.server.ts'
import { staffLanguageCookie } from '#app/http/require-staff.server.ts'
import * as audit from '#app/routes/staff.admin.audit.tsx'
import * as signIn from '#app/routes/staff_.sign-in.tsx'
import { get, post } from '../support/call-route.ts'
import { accountOf, cookieOf, makeStaff } from '../support/make-staff.ts'
import { setUpSecondFactor } from '../support/set-up-second-factor.ts'

const whereTo = async (fields: Record<string, string>) =>
  (await post(signIn, '/staff/sign-in', { fields, address: '192.0.2.77' })).headers.get('Location')

const left = (staffId: string) =>
  as({ as: 'seed' }, async (tx) => [
    ...(await tx.select().from(staffSecondFactors).where(eq(staffSecondFactors.staffId, staffId))),
    ...(await tx.select().from(staffPasskeys).where(eq(staffPasskeys.staffId, staffId))),
  ])

test('an administrator who has lost her telephone gets in with her password, and every session of hers has ended', async () => {
  const admin = await makeStaff('admin')
  await setUpSecondFactor(admin)
  const key = { id: crypto.randomUUID(), staffId: admin.id, name: 'Telefonen', publicKey: 'AAAA' }
  await as({ as: 'seed' }, (tx) => tx.insert(staffPasskeys).values(key))
  const cookie = await cookieOf(admin)
  const account = accountOf(admin)
  expect(await whereTo(account)).toBe('/staff/sign-in/second-step')

  const told = await resetSecondFactor(account.email.toUpperCase())
  expect(told).toContain(`${account.email} has no second factor`)
  expect(await left(admin.id)).toEqual([])
  expect(await findSignedIn(new Headers({ Cookie: cookie }))).toBeUndefined()
  expect(await whereTo(account)).toBe('/staff')
})

test('the audit says that it was the operator who did it, and so does its page', async () => {
  const [admin, reader] = [await makeStaff('admin'), await makeStaff('admin')]
  await setUpSecondFactor(admin)
  await resetSecondFactor(accountOf(admin).email)
  const subject = `staff:${admin.id}`
  const lines = await as({ as: 'seed' }, (tx) =>
    tx
      .select({ staffId: auditLines.staffId, details: auditLines.details })
      .from(auditLines)
      .where(and(eq(auditLines.event, 'second-factor-removed'), eq(auditLines.subject, subject))),
  )
  expect(lines).toEqual([{ staffId: null, details: { by: 'operator' } }])
  const path = `/staff/admin/audit?event=second-factor-removed&subject=${encodeURIComponent(subject)}`
  const page = await get(audit, path, { cookie: `${await cookieOf(reader)}; ${await inEnglish()}` })
  expect(page.data).toMatchObject({ lines: [{ who: 'The operator, from the command line' }] })
})

const inEnglish = async () => (await staffLanguageCookie.serialize('en')).split(';')[0]

test('an address without an open account, or with nothing to reset, is refused in one line', async () => {
  await expect(resetSecondFactor(undefined)).rejects.toThrow(/^EMAIL is needed/)
  await expect(resetSecondFactor('nobody@city.example')).rejects.toThrow('nobody@city.example has no open account')
  const { email } = accountOf(await makeStaff('admin'))
  await expect(resetSecondFactor(email)).rejects.toThrow(/no second factor and no passkey$/)
})

test('the operator does it with one command', async () => {
  const admin = await makeStaff('admin')
  await setUpSecondFactor(admin)
  const words = ['app/cli/portal.ts', 'staff', 'reset-second-factor', accountOf(admin).email]
  const { TEST_DATABASE_URL = '', ...rest } = process.env
  const production = {
    NODE_ENV: 'production' as const,
    DATABASE_URL: TEST_DATABASE_URL,
    SMTP_URL: 'smtp://localhost:2525',
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { env: { ...rest, ...production } })
  expect([status, stderr.toString()]).toEqual([0, ''])
  expect(stdout.toString()).toContain('signed out everywhere')
  expect(await left(admin.id)).toEqual([])
}, 60_000)
