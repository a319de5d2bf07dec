import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { as } from '#db/client.server.ts'
import { roles, staffSessions } from '#db/schema/staff.ts'
import * as secondFactor from '#app/routes/staff.account.second-factor.tsx'
import * as home from '#app/routes/staff._index.tsx'
import * as account from '#app/routes/staff.account._index.tsx'
import * as confirm from '#app/routes/staff.confirm.tsx'
import * as tip from '#app/routes/staff.tips.$ref.tsx'
import { keepUnlocked } from '#app/http/require-tips.server.ts'
import { get, post, type Answer } from '../support/call-route.ts'
import { accountOf, cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { makeTip } from '../support/make-tip.ts'
import { newHolders, openKeyOf, withoutKeys, withoutTips, type Officer } from '../support/new-holders.ts'
import { parametersOf, pathOfRoute, routesIn, type Route } from '../support/routes-of-portal.ts'
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

test('who must set it up can prove anew who she is on the way, also when she took her time', async () => {
  const officer = await makeStaff('officer')
  const cookie = await cookieOf(officer)
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(staffSessions)
      .set({ confirmedAt: new Date(Date.now() - 11 * 60_000) })
      .where(eq(staffSessions.staffId, officer.id)),
  )
  const asked = await get(secondFactor, '/staff/account/second-factor', { cookie })
  expect(asked.headers.get('Location')).toBe('/staff/confirm?to=%2Fstaff%2Faccount%2Fsecond-factor')
  expect((await get(confirm, '/staff/confirm?to=%2Fstaff%2Faccount%2Fsecond-factor', { cookie })).status).toBe(200)
  const fields = { proof: accountOf(officer).password }
  const proved = await post(confirm, '/staff/confirm?to=%2Fstaff%2Faccount%2Fsecond-factor', { cookie, fields })
  expect(proved.headers.get('Location')).toBe('/staff/account/second-factor')
  expect((await get(secondFactor, '/staff/account/second-factor', { cookie })).status).toBe(200)
})

// Every page, file and post of the back office, asked with no more than a password. A new route is taken in by itself.
describe('every address of the back office', () => {
  const routes = routesIn(import.meta.glob<Route>('/app/routes/staff.*{ts,tsx}', { eager: true }))
  /** These show nothing: what is set up, what is asked for it, and what changes the language or ends the session. */
  const withoutContent = ['staff.account.second-factor', 'staff.confirm', 'staff.language', 'staff.sign-out']
  const asking = routes.filter(({ name }) => !withoutContent.includes(name))
  let officers: Officer[], params: Record<string, string>

  beforeAll(async () => {
    await withoutTips()
    ;({ officers } = await newHolders(2))
    const { ref } = await makeTip(await openKeyOf(officers[0]!), { body: 'Ett hemligt ord: tistelvägen.' })
    params = {
      ref,
      id: crypto.randomUUID(),
      batch: crypto.randomUUID(),
      verb: 'end',
      category: 'lighting',
      key: 'nothing',
      authority: 'goteborg',
      '*': 'nothing',
    }
  })
  afterAll(async () => {
    await withoutTips()
    await withoutKeys()
  })

  const location = ({ status, headers }: Answer) => [status, headers.get('Location')]

  /** What every address answers: as a page, as data, as a post. */
  async function answersTo(cookie: string, given: Record<string, string>) {
    const told: [string, Answer][] = []
    for (const { name, route } of asking) {
      const path = pathOfRoute(name, given)
      const visit = { params: given, cookie }
      if (route.loader) told.push([`GET ${path}`, await get(route, path, visit)])
      if (route.loader) told.push([`GET ${path}.data`, await get(route, `${path}.data?_routes=routes/${name}`, visit)])
      if (route.action) told.push([`POST ${path}`, await post(route, path, { ...visit, fields: {} })])
    }
    return told
  }

  test('is asked here', () => {
    expect(asking.filter(({ route }) => route.loader ?? route.action).length).toBeGreaterThan(50)
    expect(asking.flatMap(({ name }) => parametersOf(name)).filter((name) => !(name in params))).toEqual([])
    expect(asking.filter(({ name }) => name.startsWith('staff.tips')).length).toBeGreaterThan(10)
  })

  test('answers a holder whose tips are unlocked with nothing but the way to her second factor', async () => {
    const { cookie, cookieKey, staff } = officers[0]!
    const both = `${cookie}; ${(await keepUnlocked(cookieKey)).split(';')[0]}`
    for (const [asked, answer] of await answersTo(both, params))
      expect([...location(answer), answer.data], asked).toEqual([302, '/staff/account/second-factor', undefined])
    await setUpSecondFactor(staff)
    const page = await get(tip, `/staff/tips/${params.ref}`, { cookie: both, params })
    expect(JSON.stringify(page.data)).toContain('tistelvägen')
  })

  test.each(['admin', 'officer', 'coordinator', 'registrar'] as const)('answers a %s so', async (role) => {
    const cookie = await cookieOf(await makeStaff(role))
    const { ref } = await makeSubmission({ category: role === 'officer' ? 'traffic' : 'lighting' })
    for (const [asked, answer] of await answersTo(cookie, { ...params, ref }))
      expect([...location(answer), answer.data], asked).toEqual([302, '/staff/account/second-factor', undefined])
  })
})
