import { expect, test } from 'vitest'
import { findSignedIn } from '#app/domain/staff/queries.server.ts'
import * as language from '#app/routes/staff.language.ts'
import * as signOut from '#app/routes/staff.sign-out.ts'
import * as signIn from '#app/routes/staff_.sign-in.tsx'
import { cookieFrom, get, post } from '../support/call-route.ts'
import { accountOf, cookieOf, makeStaff } from '../support/make-staff.ts'

const path = '/staff/sign-in'
let visitors = 0
const newAddress = () => `203.0.113.${++visitors}`
const hostile = [
  '<script>alert(1)</script>',
  `' or '1'='1`,
  'a@b.example\r\nSet-Cookie: x=y',
  '\u202Eelpmaxe@ecila',
  '👮'.repeat(50),
  'x'.repeat(10_000),
]

test('the right password leads to the back office with a session', async () => {
  const officer = await makeStaff('officer')
  const answer = await post(signIn, path, { fields: accountOf(officer), address: newAddress() })
  expect([answer.status, answer.headers.get('Location')]).toEqual([302, '/staff'])
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('staff.session_token='))
  expect(cookie).toMatch(/HttpOnly/)
  const session = new Headers({ Cookie: cookie!.split(';')[0]! })
  expect(await findSignedIn(session)).toMatchObject({ id: officer.id })
  expect((await get(signIn, path, { cookie: session.get('Cookie')! })).headers.get('Location')).toBe('/staff')
})

test('whatever is wrong, the answer is the same, and neither password nor reason comes back', async () => {
  const { email, password } = accountOf(await makeStaff('officer'))
  const wrong = [
    { email, password: 'not the password' },
    { email: `nobody-${email}`, password },
    { email: hostile[0]!, password },
    { email: hostile[2]!, password },
    { email: hostile[3]!, password: hostile[1]! },
  ]
  for (const fields of wrong) {
    const answer = await post(signIn, path, { fields, address: newAddress() })
    expect(answer.status).toBe(422)
    expect(answer.data).toEqual({ values: { email: fields.email }, errors: {}, refused: 'wrong-sign-in' })
    expect(answer.headers.getSetCookie()).toEqual([])
  }
})

test('an empty or endless field is told beside the field', async () => {
  const empty = await post(signIn, path, { fields: {}, address: newAddress() })
  expect([empty.status, empty.data]).toMatchObject([422, { errors: { email: 'missing', password: 'missing' } }])
  const fields = { email: hostile[5]!, password: hostile[5]! }
  const endless = await post(signIn, path, { fields, address: newAddress() })
  expect([endless.status, endless.data]).toMatchObject([422, { errors: { email: 'too-long', password: 'too-long' } }])
})

test('after ten wrong tries even the right password must wait, and it is said for how long', async () => {
  const account = accountOf(await makeStaff('officer'))
  const address = newAddress()
  for (let attempt = 0; attempt < 10; attempt++)
    expect((await post(signIn, path, { fields: { ...account, password: 'wrong' }, address })).status).toBe(422)
  const answer = await post(signIn, path, { fields: account, address })
  expect(answer.status).toBe(429)
  expect(Number(answer.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await post(signIn, path, { fields: account, address: newAddress() })).status).toBe(302)
})

test('who signs out is sent to the sign-in page and the session is over', async () => {
  const cookie = await cookieOf(await makeStaff('analyst'))
  const answer = await post(signOut, '/staff/sign-out', { cookie })
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, path])
  expect(await findSignedIn(new Headers({ Cookie: cookie }))).toBeUndefined()
  expect((await post(signOut, '/staff/sign-out')).status).toBe(303)
})

test('the language of the back office is kept, and leads only to pages of the back office', async () => {
  const choose = (to: string, chosen = 'en') => post(language, '/staff/language', { fields: { language: chosen, to } })
  const english = await choose('/staff/queue?status=answered&page=2')
  expect(english.headers.get('Location')).toBe('/staff/queue?status=answered&page=2')
  const shown = await get(signIn, path, { cookie: cookieFrom(english) })
  expect(shown.data).toMatchObject({ title: 'Sign in' })
  for (const to of [
    'https://evil.example',
    '//evil.example',
    '/staffing',
    '/staff//evil.example\\',
    '/sv',
    '',
    'javascript:alert(1)',
  ])
    expect((await choose(to)).headers.get('Location')).toMatch(/^\/staff(\/|$)/)
  expect((await get(signIn, path, { cookie: cookieFrom(await choose('/staff', 'xx')) })).data).toMatchObject({
    title: 'Logga in',
  })
})
