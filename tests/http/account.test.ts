import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { staffPasskeys, staffSessions } from '#db/schema/staff.ts'
import { invite } from '#app/domain/staff/invite.server.ts'
import { findSession, findSignedIn } from '#app/domain/staff/queries.server.ts'
import { codeAt } from '#app/domain/staff/second-factors.server.ts'
import * as home from '#app/routes/staff._index.tsx'
import * as account from '#app/routes/staff.account._index.tsx'
import * as passkeys from '#app/routes/staff.account.passkeys.ts'
import * as password from '#app/routes/staff.account.password.tsx'
import * as secondFactor from '#app/routes/staff.account.second-factor.tsx'
import * as person from '#app/routes/staff.admin.people.$id.tsx'
import * as people from '#app/routes/staff.admin.people._index.tsx'
import * as inviteRoute from '#app/routes/staff.admin.people.invite.tsx'
import * as confirm from '#app/routes/staff.confirm.tsx'
import * as invitation from '#app/routes/staff_.invitation.$token.tsx'
import * as passkeySignIn from '#app/routes/staff_.sign-in_.passkey.ts'
import * as secondStep from '#app/routes/staff_.sign-in_.second-step.tsx'
import * as singleSignOn from '#app/routes/staff_.sign-in_.single-sign-on._index.ts'
import * as signIn from '#app/routes/staff_.sign-in.tsx'
import { get, post, type Answer } from '../support/call-route.ts'
import { accountOf, cookieOf, makeStaff } from '../support/make-staff.ts'
import { setUpSecondFactor } from '../support/set-up-second-factor.ts'

let visitors = 0
const newAddress = () => `192.0.2.${100 + (++visitors % 100)}`
const place = ({ status, headers }: Answer) => [status, headers.get('Location')]
const cookiesOf = ({ headers }: Answer) =>
  headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
const chosen = 'fyra gröna tåg till Vara'

/** As if her last proof of who she is were eleven minutes ago. */
const letGrowOld = (staffId: string) =>
  as({ as: 'seed' }, (tx) =>
    tx
      .update(staffSessions)
      .set({ confirmedAt: new Date(Date.now() - 11 * 60_000) })
      .where(eq(staffSessions.staffId, staffId)),
  )

test('an account with an app is entered in two steps', async () => {
  const officer = await makeStaff('officer')
  const { secret } = await setUpSecondFactor(officer, -30_000)
  const address = newAddress()
  const first = await post(signIn, '/staff/sign-in', { fields: accountOf(officer), address })
  expect(place(first)).toEqual([302, '/staff/sign-in/second-step'])
  const cookie = cookiesOf(first)
  expect(cookie).not.toContain('session_token')
  expect((await get(secondStep, '/staff/sign-in/second-step', { cookie })).status).toBe(200)
  const wrong = await post(secondStep, '/staff/sign-in/second-step', { fields: { code: '000000' }, cookie, address })
  expect([wrong.status, wrong.data]).toEqual([422, { values: {}, errors: { code: 'wrong-code' } }])
  const right = await post(secondStep, '/staff/sign-in/second-step', {
    ...{ fields: { code: codeAt(secret) }, cookie, address },
  })
  expect(place(right)).toEqual([302, '/staff'])
  expect(await findSignedIn(new Headers({ Cookie: cookiesOf(right) }))).toMatchObject({ id: officer.id })
})

test('the second step cannot be reached without the first', async () => {
  const step = '/staff/sign-in/second-step'
  for (const cookie of ['', 'second-step=made-up', `second-step=${'A'.repeat(200)}`]) {
    expect(place(await get(secondStep, step, { cookie }))).toEqual([302, '/staff/sign-in'])
    expect(place(await post(secondStep, step, { cookie, fields: { code: '123456' } }))).toEqual([302, '/staff/sign-in'])
  }
})

test('who was invited opens her link, chooses a password and is sent to sign in with it', async () => {
  const wanted = { name: 'Nya Nilsson', role: 'partner', organisation: 'gardstensbostader' } as const
  const email = `${crypto.randomUUID()}@city.example`
  const made = await invite(await makeStaff('admin'), { ...wanted, email })
  if ('refused' in made) throw new Error(made.refused)
  const [path, params] = [`/staff/invitation/${made.token}`, { token: made.token }]
  const shown = await get(invitation, path, { params })
  expect(shown.data).toMatchObject({ invited: { name: 'Nya Nilsson', email, again: false } })
  const choose = (fields: Record<string, string>) => post(invitation, path, { params, fields, address: newAddress() })
  expect((await choose({ password: chosen, again: `${chosen}!` })).data).toMatchObject({
    errors: { again: 'password-differs' },
  })
  expect((await choose({ password: 'kort', again: 'kort' })).data).toMatchObject({
    errors: { password: 'password-too-short' },
  })
  const slip = await choose({ password: 'sommar2026!!', again: 'sommar2026!!' })
  expect([slip.status, slip.data]).toEqual([422, { values: {}, errors: { password: 'password-common' } }])
  expect(place(await choose({ password: chosen, again: chosen }))).toEqual([302, '/staff/sign-in?done=chosen'])
  const used = await get(invitation, path, { params })
  expect([used.status, used.data]).toMatchObject([404, { invited: null }])
  expect((await choose({ password: chosen, again: chosen })).status).toBe(404)
})

test('before rights are touched a person proves anew who she is, and is led back to our own page only', async () => {
  const admin = await makeStaff('admin')
  const cookie = await cookieOf(admin)
  expect((await get(inviteRoute, '/staff/admin/people/invite', { cookie })).status).toBe(200)
  await letGrowOld(admin.id)
  const asked = '/staff/confirm?to=%2Fstaff%2Fadmin%2Fpeople%2Finvite'
  expect(place(await get(inviteRoute, '/staff/admin/people/invite', { cookie }))).toEqual([302, asked])
  expect(place(await post(inviteRoute, '/staff/admin/people/invite', { cookie }))).toEqual([302, asked])
  expect((await get(people, '/staff/admin/people', { cookie })).status).toBe(200)
  const address = newAddress()
  const wrong = await post(confirm, asked, { cookie, address, fields: { proof: 'wrong' } })
  expect([wrong.status, wrong.data]).toEqual([422, { values: {}, errors: { proof: 'wrong-proof' } }])
  for (const [to, back] of [
    ['%2Fstaff%2Fadmin%2Fpeople%2Finvite', '/staff/admin/people/invite'],
    ['https%3A%2F%2Fevil.example', '/staff'],
    ['%2F%2Fevil.example', '/staff'],
    ['%2Fstaff%40evil.example', '/staff'],
  ]) {
    const proof = accountOf(admin).password
    const right = await post(confirm, `/staff/confirm?to=${to}`, { cookie, address, fields: { proof } })
    expect(place(right)).toEqual([303, back])
  }
  expect((await get(inviteRoute, '/staff/admin/people/invite', { cookie })).status).toBe(200)
})

test('a session that somebody left open proves itself at most ten times', async () => {
  const admin = await makeStaff('admin')
  const [cookie, address] = [await cookieOf(admin), newAddress()]
  const attempt = (proof: string) => post(confirm, '/staff/confirm?to=/staff', { cookie, address, fields: { proof } })
  for (let index = 0; index < 10; index++) expect((await attempt('guess')).status).toBe(422)
  const answer = await attempt(accountOf(admin).password)
  expect([answer.status, Number(answer.headers.get('Retry-After')) > 0]).toEqual([429, true])
})

test('an administrator invites, changes and closes accounts; nobody else sees the pages', async () => {
  const [admin, officer] = [await makeStaff('admin'), await makeStaff('officer')]
  const [cookie, stranger] = [await cookieOf(admin), await cookieOf(officer)]
  const email = `${crypto.randomUUID()}@city.example`
  const fields = { email, name: '<b>Nya</b>', role: 'officer', organisation: 'polisen', areas: '606' }
  const path = '/staff/admin/people/invite'
  const misplaced = await post(inviteRoute, path, { cookie, fields: { ...fields, organisation: 'goteborg' } })
  expect([misplaced.status, misplaced.data]).toMatchObject([422, { values: { email }, refused: 'role-elsewhere' }])
  expect((await post(inviteRoute, path, { cookie, fields: {} })).data).toMatchObject({
    errors: { email: 'missing', name: 'missing', role: 'missing', organisation: 'missing' },
  })
  expect(place(await post(inviteRoute, path, { cookie, fields }))).toEqual([303, '/staff/admin/people?done=invited'])
  const { data } = await get(people, '/staff/admin/people', { cookie })
  const { invitations } = data as { invitations: { id: string; email: string }[] }
  const open = invitations.find((one) => one.email === email)
  for (const withdraw of ['', 'nothing', '-'.repeat(36)])
    expect((await post(people, '/staff/admin/people', { cookie, fields: { withdraw } })).status).toBe(404)
  await post(people, '/staff/admin/people', { cookie, fields: { withdraw: open!.id } })
  expect(JSON.stringify((await get(people, '/staff/admin/people', { cookie })).data)).not.toContain(email)

  const [one, params] = [`/staff/admin/people/${officer.id}`, { id: officer.id }]
  expect((await get(person, one, { cookie, params })).data).toMatchObject({ own: false, name: 'Test officer' })
  const act = (verb: string, more = {}) => post(person, one, { cookie, params, fields: { verb, ...more } })
  expect((await act('role', { role: 'coordinator', organisation: 'polisen' })).data).toMatchObject({
    refused: 'role-elsewhere',
  })
  const role = { role: 'officer', organisation: 'polisen' }
  expect((await act('role', { ...role, areas: '606,999' })).data).toMatchObject({
    ...{ refused: 'no-such-area', values: { areas: '606,999' } },
  })
  expect(place(await act('role', { ...role, areas: '606,609' }))).toEqual([303, `${one}?done=role`])
  expect((await get(person, one, { cookie, params })).data).toMatchObject({ values: { ...role, areas: '606,609' } })
  const areas = (await cookieOf(officer).then((own) => get(home, '/staff', { cookie: own }))).data as { areas: string }
  expect(areas.areas).toMatch(/ och /)
  const offered = async () =>
    ((await get(person, one, { cookie, params })).data as { verbs: { verb: string }[] }).verbs.map(({ verb }) => verb)
  expect(await offered()).toEqual(['end-sessions', 'new-password', 'deactivate'])
  expect(place(await act('end-sessions'))).toEqual([303, `${one}?done=end-sessions`])
  expect(await findSignedIn(new Headers({ Cookie: stranger }))).toBeUndefined()
  expect(await offered()).toEqual(['new-password', 'deactivate'])
  expect(place(await act('deactivate'))).toEqual([303, `${one}?done=deactivate`])
  expect(await offered()).toEqual(['reactivate'])
  expect(place(await act('reactivate'))).toEqual([303, `${one}?done=reactivate`])
  const self = `/staff/admin/people/${admin.id}`
  const own = await post(person, self, { cookie, params: { id: admin.id }, fields: { verb: 'deactivate' } })
  expect([own.status, own.data]).toMatchObject([409, { refused: 'own-account' }])
  expect((await get(person, '/staff/admin/people/x', { cookie, params: { id: 'x' } })).status).toBe(404)

  const theirs = await cookieOf(officer)
  for (const [route, at] of [
    [people, '/staff/admin/people'],
    [inviteRoute, path],
    [person, one],
  ] as const) {
    expect((await get(route, at, { cookie: theirs, params })).status).toBe(403)
    expect((await post(route, at, { cookie: theirs, params, fields })).status).toBe(403)
    expect(place(await get(route, at, { params }))).toEqual([302, '/staff/sign-in'])
  }
})

test('on her own page a person sees her sessions without a trace of where they are, and ends them', async () => {
  const officer = await makeStaff('officer')
  const [here, there] = [await cookieOf(officer), await cookieOf(officer)]
  const { data } = await get(account, '/staff/account', { cookie: here })
  const { sessions } = data as { sessions: { id: string; own: boolean }[] }
  expect(sessions.filter(({ own }) => own)).toHaveLength(1)
  expect(sessions).toHaveLength(2)
  expect(JSON.stringify(sessions)).not.toMatch(/token|address|agent|192\.0/i)
  const other = sessions.find(({ own }) => !own)!
  const fields = { session: other.id }
  expect(place(await post(account, '/staff/account', { cookie: here, fields }))).toEqual([
    303,
    '/staff/account?done=session',
  ])
  expect(await findSignedIn(new Headers({ Cookie: there }))).toBeUndefined()
  const all = await post(account, '/staff/account', { cookie: here, fields: { session: 'all' } })
  expect(place(all)).toEqual([303, '/staff/sign-in'])
  expect(await findSignedIn(new Headers({ Cookie: here }))).toBeUndefined()
})

test('an app is set up on a page of its own, and the recovery codes are shown this once', async () => {
  const officer = await makeStaff('officer')
  const [cookie, address] = [await cookieOf(officer), newAddress()]
  const path = '/staff/account/second-factor'
  const { data } = await get(secondFactor, path, { cookie })
  const { setUp } = data as { setUp: { secret: string; address: string; qr: { path: string } } }
  expect(setUp.address).toContain(setUp.secret.replaceAll(' ', ''))
  expect(setUp.qr.path).toMatch(/^M/)
  const fields = { verb: 'confirm', code: codeAt(setUp.secret.replaceAll(' ', '')) }
  const wrong = await post(secondFactor, path, { cookie, address, fields: { ...fields, code: '000000' } })
  expect(wrong.data).toMatchObject({ errors: { code: 'wrong-code' } })
  const right = await post(secondFactor, path, { cookie, address, fields })
  expect((right.data as { codes: string[] }).codes).toHaveLength(10)
  expect((await get(secondFactor, path, { cookie })).data).toMatchObject({ setUp: null, required: false })
  expect((await post(secondFactor, path, { cookie, address, fields })).status).toBe(409)
  const renewed = await post(secondFactor, path, { cookie, fields: { verb: 'renew' } })
  expect((renewed.data as { codes: string[] }).codes).toHaveLength(10)
  expect(place(await post(secondFactor, path, { cookie, fields: { verb: 'remove' } }))).toEqual([
    303,
    '/staff/account?done=factor-removed',
  ])
  expect(await findSession(new Headers({ Cookie: cookie }))).toMatchObject({ secondFactor: false })
  await letGrowOld(officer.id)
  expect(place(await get(secondFactor, path, { cookie }))[1]).toMatch(/^\/staff\/confirm/)
})

test('a password is changed by who knows the old one', async () => {
  const officer = await makeStaff('officer')
  const [cookie, address] = [await cookieOf(officer), newAddress()]
  const { password: current } = accountOf(officer)
  const change = (fields: Record<string, string>) =>
    post(password, '/staff/account/password', { cookie, address, fields: { again: fields.password!, ...fields } })
  expect((await get(password, '/staff/account/password', { cookie })).status).toBe(200)
  expect((await change({ current: 'wrong', password: chosen })).data).toMatchObject({
    ...{ values: {}, errors: { current: 'wrong-proof' } },
  })
  expect((await change({ current, password: 'polisen2026!' })).data).toMatchObject({
    ...{ values: {}, errors: { password: 'password-common' } },
  })
  expect(place(await change({ current, password: chosen }))).toEqual([303, '/staff/account?done=password'])
})

test('a passkey is asked for with a challenge that comes back, and what no device signed is refused', async () => {
  const officer = await makeStaff('officer')
  const [cookie, address] = [await cookieOf(officer), newAddress()]
  const asked = await get(passkeySignIn, '/staff/sign-in/passkey')
  expect([asked.status, asked.headers.get('Cache-Control')]).toEqual([200, 'no-store'])
  const made = JSON.stringify({ id: 'x', rawId: 'x', type: 'public-key', response: {}, clientExtensionResults: {} })
  for (const answer of [made, '', '{', 'null', '[]', '"x"', '{"id":1}', '<script>']) {
    const fields = { answer }
    const tried = await post(passkeySignIn, '/staff/sign-in/passkey', { fields, address, cookie: cookiesOf(asked) })
    expect(place(tried)).toEqual([302, '/staff/sign-in?refused=passkey'])
  }
  const options = await get(passkeys, '/staff/account/passkeys', { cookie })
  expect(options.status).toBe(200)
  const both = `${cookie}; ${cookiesOf(options)}`
  for (const fields of [
    { verb: 'add', answer: made, name: 'Min' },
    { verb: 'rename', id: 'x', name: 'Min' },
    { verb: 'remove', id: 'x' },
    { verb: 'remove', id: '' },
  ] as Record<string, string>[])
    expect(place(await post(passkeys, '/staff/account/passkeys', { cookie: both, fields }))).toEqual([
      303,
      '/staff/account?refused=passkey',
    ])
  expect(place(await post(passkeys, '/staff/account/passkeys', { fields: { verb: 'remove', id: 'x' } }))).toEqual([
    302,
    '/staff/sign-in',
  ])
})

test('a passkey is made, renamed and removed by who has just proved who she is', async () => {
  const officer = await makeStaff('officer')
  const cookie = await cookieOf(officer)
  const id = crypto.randomUUID()
  const given = { id, staffId: officer.id, name: 'Telefonen', publicKey: 'x' }
  await as({ as: 'seed' }, (tx) => tx.insert(staffPasskeys).values(given))
  const own = () => as({ as: 'seed' }, (tx) => tx.select().from(staffPasskeys).where(eq(staffPasskeys.id, id)))
  const act = (fields: Record<string, string>) => post(passkeys, '/staff/account/passkeys', { cookie, fields })
  const [rename, remove] = [
    { verb: 'rename', id, name: 'Min' },
    { verb: 'remove', id },
  ]
  await letGrowOld(officer.id)
  const asked = '/staff/confirm?to=%2Fstaff%2Faccount'
  for (const fields of [rename, remove, { verb: 'add', answer: '{}', name: 'Ny' }])
    expect(place(await act(fields)), fields.verb).toEqual([302, asked])
  expect(place(await get(passkeys, '/staff/account/passkeys', { cookie }))).toEqual([302, asked])
  expect(await own()).toMatchObject([{ name: 'Telefonen' }])

  const proof = accountOf(officer).password
  await post(confirm, asked, { cookie, address: newAddress(), fields: { proof } })
  expect(place(await act(rename))).toEqual([303, '/staff/account?done=passkey-renamed'])
  expect(await own()).toMatchObject([{ name: 'Min' }])
  expect(place(await act(remove))).toEqual([303, '/staff/account?done=passkey-removed'])
  expect(await own()).toEqual([])
})

test('where no single sign-on is set up, its addresses are not there', async () => {
  expect((await get(singleSignOn, '/staff/sign-in/single-sign-on')).status).toBe(404)
})
