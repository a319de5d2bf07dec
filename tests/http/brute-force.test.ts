import { setImmediate as takeTurn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { rateLimits } from '#db/schema/records.ts'
import * as secondStep from '#app/routes/staff_.sign-in_.second-step.tsx'
import * as signIn from '#app/routes/staff_.sign-in.tsx'
import { post, type Answer } from '../support/call-route.ts'
import { accountOf, makeStaff } from '../support/make-staff.ts'
import { setUpSecondFactor } from '../support/set-up-second-factor.ts'

const path = '/staff/sign-in'
let visitors = 0
const newAddress = () => `198.51.100.${++visitors}`
const cookiesOf = ({ headers }: Answer) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')

const placeOf = ({ status, headers }: Answer) => [status, headers.get('Location')]

/** Makes so many tries, twenty at a time; gives how often each status was answered. */
async function tries(count: number, attempt: (index: number) => Promise<Answer>): Promise<Record<number, number>> {
  const answered: Record<number, number> = {}
  let next = 0
  const worker = async () => {
    for (let index = next++; index < count; index = next++) {
      // Requests come over a network: between two of them the server does other things.
      await takeTurn()
      const { status } = await attempt(index)
      answered[status] = (answered[status] ?? 0) + 1
    }
  }
  await Promise.all(Array.from({ length: 20 }, worker))
  return answered
}

test('of ten thousand passwords ten are looked at, while the person herself and another sign in as ever', async () => {
  const [victim, other] = [await makeStaff('officer'), await makeStaff('coordinator')]
  const [attacker, office] = [newAddress(), newAddress()]
  const [account, colleague] = [accountOf(victim), accountOf(other)]
  // She has signed in before, on the very network from which the attack will come.
  const began = performance.now()
  const browser = cookiesOf(await post(signIn, path, { fields: account, address: attacker }))
  const alone = performance.now() - began

  let answeredSoFar = 0
  const meanwhile: Promise<{ answer: Answer; took: number; before: number }>[] = []
  const signInMeanwhile = async () => {
    const asked = performance.now()
    const answer = await post(signIn, path, { fields: colleague, address: office })
    return { answer, took: performance.now() - asked, before: answeredSoFar }
  }
  const answered = await tries(10_000, async (index) => {
    if (index % 1_500 === 0 && index < 9_000) meanwhile.push(signInMeanwhile())
    const fields = { email: account.email, password: `guess ${index}` }
    const answer = await post(signIn, path, { fields, address: attacker })
    answeredSoFar += 1
    return answer
  })
  expect(answered[422]).toBeLessThanOrEqual(10)
  expect(answered[429]).toBe(10_000 - answered[422]!)

  // Six times, from the first try to the last but a thousand; each was in before the attack was over.
  const came = await Promise.all(meanwhile)
  expect(came).toHaveLength(6)
  for (const { answer } of came) expect(placeOf(answer)).toEqual([302, '/staff'])
  expect(Math.max(...came.map(({ before }) => before))).toBeLessThan(10_000)
  expect(Math.max(...came.map(({ took }) => took))).toBeLessThan(20 * alone)

  const elsewhere = await post(signIn, path, { fields: account, address: office })
  expect(placeOf(elsewhere)).toEqual([302, '/staff'])
  const known = await post(signIn, path, { fields: account, address: attacker, cookie: browser })
  expect(placeOf(known)).toEqual([302, '/staff'])
  const stranger = await post(signIn, path, { fields: account, address: attacker })
  expect(stranger.status).toBe(429)
  expect(Number(stranger.headers.get('Retry-After'))).toBeGreaterThan(0)
}, 60_000)

const counters = () => as({ as: 'auth' }, (tx) => tx.$count(rateLimits))

test('who tries a thousand addresses is throttled as well, and leaves few counters', async () => {
  const attacker = newAddress()
  const before = await counters()
  const answered = await tries(1000, (index) =>
    post(signIn, path, { fields: { email: `${index}@staff.example`, password: 'guess' }, address: attacker }),
  )
  expect(answered[422]).toBeLessThanOrEqual(30)
  expect(answered[429]).toBe(1000 - answered[422]!)
  expect((await counters()) - before).toBeLessThanOrEqual(31)
}, 60_000)

test('who has all addresses of a network is one visitor', async () => {
  const { email } = accountOf(await makeStaff('officer'))
  const answered = await tries(100, (index) =>
    post(signIn, path, { fields: { email, password: 'guess' }, address: `2001:db8:77:1::${index.toString(16)}` }),
  )
  expect(answered[422]).toBeLessThanOrEqual(10)
}, 60_000)

test('codes and recovery codes are throttled too, and she still gets in from elsewhere', async () => {
  const officer = await makeStaff('officer')
  const { codes } = await setUpSecondFactor(officer)
  const account = accountOf(officer)
  const stepFrom = async (address: string) => cookiesOf(await post(signIn, path, { fields: account, address }))
  const [attacker, home] = [newAddress(), newAddress()]
  const cookie = await stepFrom(attacker)
  const answered = await tries(2000, (index) =>
    post(secondStep, `${path}/second-step`, {
      fields: { code: index % 2 ? String(100_000 + index) : `AAAAA-${10_000 + index}` },
      ...{ address: attacker, cookie },
    }),
  )
  expect(answered[422]).toBeLessThanOrEqual(10)
  expect(answered[429]).toBe(2000 - answered[422]!)
  const fields = { code: codes[0]! }
  const own = await post(secondStep, `${path}/second-step`, { fields, address: home, cookie: await stepFrom(home) })
  expect(placeOf(own)).toEqual([302, '/staff'])
}, 60_000)

test('a whole station signs in from one address, with codes too: what was right is not counted', async () => {
  const office = newAddress()
  const officer = await makeStaff('officer')
  const account = accountOf(officer)
  const { codes } = await setUpSecondFactor(officer)
  for (const code of codes.slice(0, 8)) {
    const cookie = cookiesOf(await post(signIn, path, { fields: account, address: office }))
    const stepped = await post(secondStep, `${path}/second-step`, { fields: { code }, address: office, cookie })
    expect(stepped.headers.get('Location')).toBe('/staff')
  }
  const colleagues = await Promise.all(Array.from({ length: 4 }, () => makeStaff('coordinator')))
  for (const colleague of Array.from({ length: 8 }, () => colleagues).flat()) {
    const answered = await post(signIn, path, { fields: accountOf(colleague), address: office })
    expect(answered.headers.get('Location')).toBe('/staff')
  }
}, 60_000)

test('a browser that several share knows each of them, and no one of them can shut another out of it', async () => {
  const [one, other, attacker] = [await makeStaff('officer'), await makeStaff('officer'), newAddress()]
  let browser = ''
  for (const person of [one, other]) {
    browser = cookiesOf(await post(signIn, path, { fields: accountOf(person), address: newAddress(), cookie: browser }))
  }
  // Everything is wrong from this network, and the other of them tries as much as she likes in the shared browser.
  await tries(40, (index) =>
    post(signIn, path, { fields: { email: `${index}@staff.example`, password: 'guess' }, address: attacker }),
  )
  await tries(40, () =>
    post(signIn, path, {
      fields: { email: accountOf(other).email, password: 'x' },
      address: attacker,
      cookie: browser,
    }),
  )
  const answered = await post(signIn, path, { fields: accountOf(one), address: attacker, cookie: browser })
  expect(answered.headers.get('Location')).toBe('/staff')
}, 60_000)
