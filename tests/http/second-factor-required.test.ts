import { expect, test, vi } from 'vitest'
import { roles } from '#db/schema/staff.ts'
import * as secondFactor from '#app/routes/staff.account.second-factor.tsx'
import * as home from '#app/routes/staff._index.tsx'
import * as account from '#app/routes/staff.account._index.tsx'
import * as tips from '#app/routes/staff.tips._index.tsx'
import * as keys from '#app/routes/staff.tips.keys.tsx'
import { get } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { setUpSecondFactor } from '../support/set-up-second-factor.ts'

vi.hoisted(() => {
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1/production'
  process.env.SMTP_URL = 'smtp://127.0.0.1:2525'
})

test('in production, who must have a second factor is led to set it up before anything else', async () => {
  const officer = await makeStaff('officer')
  const cookie = await cookieOf(officer)
  for (const [route, path] of [
    [home, '/staff'],
    [account, '/staff/account'],
    [tips, '/staff/tips'],
    [keys, '/staff/tips/keys'],
  ] as const)
    expect((await get(route, path, { cookie })).headers.get('Location')).toBe('/staff/account/second-factor')
  const page = await get(secondFactor, '/staff/account/second-factor', { cookie })
  expect(page.data).toMatchObject({ required: true })
  expect((await get(secondFactor, '/staff/account/second-factor.data', { cookie })).status).toBe(200)
  await setUpSecondFactor(officer)
  expect((await get(home, '/staff', { cookie })).status).toBe(200)
})

test.each(roles)('as %s it is asked for, or not', async (role) => {
  const answer = await get(home, '/staff', { cookie: await cookieOf(await makeStaff(role)) })
  const needs = ['admin', 'officer', 'coordinator', 'registrar'].includes(role)
  expect(answer.headers.get('Location')).toBe(needs ? '/staff/account/second-factor' : null)
})
