import { afterAll, beforeAll, expect, test } from 'vitest'
import { deactivate } from '#app/domain/staff/deactivate.server.ts'
import { findSession } from '#app/domain/staff/queries.server.ts'
import { askIssuer, claimsFrom } from '#app/http/single-sign-on.server.ts'
import * as start from '#app/routes/staff_.sign-in_.single-sign-on._index.ts'
import * as back from '#app/routes/staff_.sign-in_.single-sign-on_.back.ts'
import * as signIn from '#app/routes/staff_.sign-in.tsx'
import { cookieFrom, get, type Answer } from '../support/call-route.ts'
import { logInAt, startIssuer, startServer, type Person } from '../support/issuer.ts'
import { accountOf, makeStaff } from '../support/make-staff.ts'

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

/** Signs in under a name at the issuer, from the link on the sign-in page to what the portal answers in the end. */
async function goThrough(name: string) {
  const begun = await get(start, '/staff/sign-in/single-sign-on')
  const cookie = cookieFrom(begun)
  const returned = new URL(await logInAt(issuer.url, place(begun)!, name))
  expect(returned.origin + returned.pathname).toBe(redirectUri)
  const path = returned.pathname + returned.search
  return { path, cookie, answer: await get(back, path, { cookie }) }
}

test('a known person with a verified address signs in, and it is known by which way', async () => {
  const officer = await makeStaff('officer')
  people.set('olle', { email: accountOf(officer).email.toUpperCase(), verified: true })
  expect((await get(signIn, '/staff/sign-in')).data).toMatchObject({ singleSignOn: true })
  const { answer, path, cookie } = await goThrough('olle')
  expect(place(answer)).toBe('/staff')
  const session = answer.headers.getSetCookie().find((one) => one.startsWith('staff.session_token='))!
  const signed = await findSession(new Headers({ Cookie: session.split(';')[0]! }))
  expect(signed).toMatchObject({ staff: { id: officer.id }, session: { via: 'single-sign-on' } })
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
  const client = { clientId: 'portal', clientSecret: 'secret' }
  await expect(askIssuer({ issuer: `${url}/moved`, ...client })).rejects.toThrow()
  const { asked: expected } = await askIssuer({ issuer: url, ...client })
  const search = `?code=x&state=${expected.state}`
  await expect(claimsFrom({ issuer: url, ...client }, search, expected)).rejects.toThrow()
  expect(asked).toEqual([])
  for (const { server } of [victim, crooked]) server.close()
})
