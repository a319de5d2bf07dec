import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { staffSessions } from '#db/schema/staff.ts'
import { isFresh } from '#app/domain/staff/confirm-again.server.ts'
import { confirmByIssuer } from '#app/domain/staff/confirm-by-issuer.server.ts'
import { deactivate } from '#app/domain/staff/deactivate.server.ts'
import { invite } from '#app/domain/staff/invite.server.ts'
import { inviteAgain } from '#app/domain/staff/invite-again.server.ts'
import { findSession } from '#app/domain/staff/queries.server.ts'
import { signIn } from '#app/domain/staff/sign-in.server.ts'
import { askIssuer, claimsFrom } from '#app/http/single-sign-on.server.ts'
import * as confirm from '#app/routes/staff.confirm.tsx'
import * as invitation from '#app/routes/staff_.invitation.$token.tsx'
import * as start from '#app/routes/staff_.sign-in_.single-sign-on._index.ts'
import * as back from '#app/routes/staff_.sign-in_.single-sign-on_.back.ts'
import * as signInPage from '#app/routes/staff_.sign-in.tsx'
import { cookieFrom, get, type Answer } from '../support/call-route.ts'
import { logInAt, startIssuer, startServer, type Person } from '../support/issuer.ts'
import { accountOf, cookieOf, makeStaff } from '../support/make-staff.ts'

const people = new Map<string, Person>()
const redirectUri = 'http://localhost:3000/staff/sign-in/single-sign-on/back'
let issuer: Awaited<ReturnType<typeof startIssuer>>

beforeAll(async () => {
  issuer = await startIssuer(people, redirectUri)
  process.env.OIDC_ISSUER = issuer.url
  process.env.OIDC_CLIENT_ID = issuer.client.client_id
  process.env.OIDC_CLIENT_SECRET = issuer.client.client_secret
})
afterAll(() => issuer.stop())

const refused = '/staff/sign-in?refused=single-sign-on'
const place = (answer: Answer) => answer.headers.get('Location')

/** The cookie of the session that an answer opens; empty for none. */
const sessionOf = ({ headers }: Answer): string =>
  headers
    .getSetCookie()
    .find((one) => one.startsWith('staff.session_token='))
    ?.split(';')[0] ?? ''
const whoIs = (cookie: string) => findSession(new Headers({ Cookie: cookie }))

/**
 * Signs in under a name at the issuer, from the link on the sign-in page (or another one, in a session that there is) to
 * what the portal answers in the end.
 */
async function goThrough(name: string, link = '/staff/sign-in/single-sign-on', session?: string) {
  const begun = await get(start, link, { cookie: session })
  const cookie = [session, cookieFrom(begun)].filter(Boolean).join('; ')
  const returned = new URL(await logInAt(issuer.url, place(begun)!, name))
  expect(returned.origin + returned.pathname).toBe(redirectUri)
  const path = returned.pathname + returned.search
  return { path, cookie, answer: await get(back, path, { cookie }) }
}

test('a known person with a verified address signs in, and it is known by which way', async () => {
  const officer = await makeStaff('officer')
  people.set('olle', { email: accountOf(officer).email.toUpperCase(), verified: true })
  expect((await get(signInPage, '/staff/sign-in')).data).toMatchObject({ singleSignOn: true })
  const { answer, path, cookie } = await goThrough('olle')
  expect(place(answer)).toBe('/staff')
  expect(await findSession(new Headers({ Cookie: sessionOf(answer) }))).toMatchObject({
    staff: { id: officer.id },
    session: { via: 'single-sign-on' },
  })
  // The same answer a second time opens nothing.
  expect(place(await get(back, path, { cookie }))).toBe(refused)
})

test('who is unknown, not verified or no longer active does not get in', async () => {
  const [officer, former] = [await makeStaff('officer'), await makeStaff('officer')]
  people.set('unknown', { email: 'nobody@staff.example', verified: true })
  people.set('unverified', { email: accountOf(officer).email, verified: false })
  people.set('former', { email: accountOf(former).email, verified: true })
  await deactivate(await makeStaff('admin'), former.id)
  for (const name of ['unknown', 'unverified', 'former', 'without-address']) {
    const { answer } = await goThrough(name)
    expect(place(answer), name).toBe(refused)
    expect(answer.headers.getSetCookie().join()).not.toContain('session_token=')
  }
})

test('an answer that belongs to another visit opens nothing', async () => {
  const officer = await makeStaff('officer')
  people.set('kim', { email: accountOf(officer).email, verified: true })
  const begun = await get(start, '/staff/sign-in/single-sign-on')
  const returned = new URL(await logInAt(issuer.url, place(begun)!, 'kim'))
  const path = returned.pathname + returned.search
  const other = cookieFrom(await get(start, '/staff/sign-in/single-sign-on'))
  for (const cookie of [undefined, other, 'sign-on=made-up'])
    expect(place(await get(back, path, { cookie }))).toBe(refused)
  for (const search of ['', '?code=x', '?error=access_denied', `${returned.search}&code=x`])
    expect(place(await get(back, returned.pathname + search, { cookie: cookieFrom(begun) }))).toBe(refused)
})

describe('an issuer that does not say whether it has verified an address', () => {
  const invited = async () => {
    const wanted = { name: 'Nya Nilsson', role: 'partner', organisation: 'gardstensbostader' } as const
    const email = `${crypto.randomUUID()}@city.example`
    const made = await invite(await makeStaff('admin'), { ...wanted, email })
    if ('refused' in made) throw new Error(made.refused)
    return { email, link: `/staff/sign-in/single-sign-on?invitation=${made.token}`, token: made.token }
  }

  test('signs in who took up her invitation with it, from then on by what she is called there alone', async () => {
    const { email, link, token } = await invited()
    const page = await get(invitation, `/staff/invitation/${token}`, { params: { token } })
    expect(page.data).toMatchObject({ singleSignOn: true, invited: { email } })
    people.set('anna', { email })
    expect(place((await goThrough('anna')).answer)).toBe(refused)
    const { answer } = await goThrough('anna', link)
    expect(place(answer)).toBe('/staff')
    const made = await whoIs(sessionOf(answer))
    expect(made).toMatchObject({ email, staff: { role: 'partner' }, session: { via: 'single-sign-on' } })
    people.set('anna', { email: 'married@city.example' })
    const again = (await goThrough('anna')).answer
    expect((await whoIs(sessionOf(again)))?.staff.id).toBe(made!.staff.id)
    // The link is used, and somebody else who has her address now is not her.
    expect(place(await get(start, link))).toBe('/staff/sign-in')
    people.set('heir', { email })
    expect(place((await goThrough('heir')).answer)).toBe(refused)
  })

  test('is tied to an account that is there by a new link, which ends its sessions', async () => {
    const [officer, admin] = [await makeStaff('officer'), await makeStaff('admin')]
    const session = await cookieOf(officer)
    people.set('lars', { email: 'another@city.example' })
    expect(place((await goThrough('lars')).answer)).toBe(refused)
    const sent = await inviteAgain(admin, officer.id)
    if ('refused' in sent) throw new Error(sent.refused)
    const { answer } = await goThrough('lars', `/staff/sign-in/single-sign-on?invitation=${sent.token}`)
    expect((await whoIs(sessionOf(answer)))?.staff.id).toBe(officer.id)
    expect(await whoIs(session)).toBeUndefined()
    expect(await signIn(accountOf(officer).email, accountOf(officer).password)).toHaveProperty('cookies')
    // He has his account: he takes up nobody else’s invitation.
    const { link, token } = await invited()
    expect(place((await goThrough('lars', link)).answer)).toBe(refused)
    expect((await get(invitation, `/staff/invitation/${token}`, { params: { token } })).status).toBe(200)
  })

  test('proves anew who she is, by signing in there once more, and nobody else can for her', async () => {
    const { link, email } = await invited()
    people.set('vera', { email })
    const session = sessionOf((await goThrough('vera', link)).answer)
    const { staff } = (await whoIs(session))!
    const long = new Date(Date.now() - 11 * 60_000)
    const letGrowOld = () =>
      as({ as: 'seed' }, (tx) =>
        tx.update(staffSessions).set({ confirmedAt: long }).where(eq(staffSessions.staffId, staff.id)),
      )
    await letGrowOld()
    const asked = '/staff/confirm?to=%2Fstaff%2Faccount%2Fsecond-factor'
    const onceMore = '/staff/sign-in/single-sign-on?again=%2Fstaff%2Faccount%2Fsecond-factor'
    expect((await get(confirm, asked, { cookie: session })).data).toMatchObject({ singleSignOn: true, refused: false })
    const address = new URL(place(await get(start, onceMore, { cookie: session }))!)
    expect([address.searchParams.get('prompt'), address.searchParams.get('max_age')]).toEqual(['login', '0'])
    people.set('other', { email: 'other@city.example' })
    expect(place((await goThrough('other', onceMore, session)).answer)).toBe(`${asked}&refused=single-sign-on`)
    expect((await whoIs(session))?.session.confirmedAt).toEqual(long)
    expect(place((await goThrough('vera', onceMore, session)).answer)).toBe('/staff/account/second-factor')
    expect(isFresh((await whoIs(session))!)).toBe(true)

    await letGrowOld()
    const signed = (await whoIs(session))!
    const person = { issuer: issuer.url, subject: 'vera' }
    for (const signedInAt of [undefined, new Date(Date.now() - 5 * 60_000)])
      expect(await confirmByIssuer(signed, { ...person, signedInAt }, Date.now())).toEqual({ refused: 'not-allowed' })
    expect(place(await get(start, onceMore))).toBe('/staff/sign-in')
  })
})

test('an issuer is asked on other hosts, too, where the settings name them', async () => {
  const scattered = await startIssuer(people, redirectUri, { scattered: true })
  people.set('nora', { email: 'nora@city.example' })
  const { client_id: clientId, client_secret: clientSecret } = scattered.client
  const chosen = (hosts: string[]) => ({ issuer: scattered.url, clientId, clientSecret, hosts })
  const claims = async (hosts: string[]) => {
    const { address, asked } = await askIssuer(chosen(hosts))
    const { search } = new URL(await logInAt(scattered.url, address, 'nora'))
    return claimsFrom(chosen(hosts), search, asked)
  }
  expect(await claims([scattered.otherHost])).toMatchObject({
    ...{ issuer: scattered.url, subject: 'nora', email: 'nora@city.example', emailVerified: false },
  })
  await expect(claims([])).rejects.toThrow()
  await expect(claims(['localhost', 'localhost:1'])).rejects.toThrow()
  scattered.stop()
})

test('only the issuer itself is ever asked, wherever its answers point', async () => {
  const asked: string[] = []
  const victim = await startServer((request, response) => {
    asked.push(request.url ?? '')
    response.end('{}')
  })
  let url = ''
  const crooked = await startServer((request, response) => {
    if (request.url?.startsWith('/moved')) return response.writeHead(302, { Location: `${victim.url}/inside` }).end()
    response.setHeader('Content-Type', 'application/json')
    const endpoints = { authorization_endpoint: `${url}/auth`, token_endpoint: `${victim.url}/token` }
    return response.end(JSON.stringify({ issuer: url, ...endpoints, jwks_uri: `${victim.url}/keys` }))
  })
  url = crooked.url
  const client = { clientId: 'portal', clientSecret: 'secret', hosts: [] }
  await expect(askIssuer({ issuer: `${url}/moved`, ...client })).rejects.toThrow()
  const { asked: expected } = await askIssuer({ issuer: url, ...client })
  const search = `?code=x&state=${expected.state}`
  await expect(claimsFrom({ issuer: url, ...client }, search, expected)).rejects.toThrow()
  expect(asked).toEqual([])
  for (const { server } of [victim, crooked]) server.close()
})
