import { expect, test } from 'vitest'
import { roles } from '#db/schema/staff.ts'
import { grantHolder } from '#app/domain/tips/grant-holder.server.ts'
import { hideTips } from '#app/http/hide-tips.server.ts'
import * as home from '#app/routes/staff._index.tsx'
import * as tipPage from '#app/routes/staff.tips.$ref.tsx'
import * as file from '#app/routes/staff.tips.$ref_.file.ts'
import * as photo from '#app/routes/staff.tips.$ref_.photos.$id.ts'
import * as print from '#app/routes/staff.tips.$ref_.print.tsx'
import * as list from '#app/routes/staff.tips._index.tsx'
import * as disclosure from '#app/routes/staff.tips.disclosure.tsx'
import * as keys from '#app/routes/staff.tips.keys.tsx'
import * as lock from '#app/routes/staff.tips.lock.ts'
import * as log from '#app/routes/staff.tips.log.tsx'
import * as seal from '#app/routes/staff.tips.seal.$ref.tsx'
import * as search from '#app/routes/staff.tips.search.tsx'
import * as unlock from '#app/routes/staff.tips.unlock.tsx'
import { cookieFrom, get, post } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { eventsOfTip, makeTip, rowOfTip } from '../support/make-tip.ts'
import { holdersOfFile, unlocked } from '../support/holders-of-file.ts'
import { newOfficer, openKeyOf, withoutTips, type Officer } from '../support/new-holders.ts'

const held = holdersOfFile()

/** One more officer who can open tips. */
async function newHolder(): Promise<Officer> {
  const officer = await newOfficer()
  expect(await grantHolder(held.officers[0]!.staff, held.tipsKey, officer.staff.id)).toHaveProperty('granted')
  return officer
}

test('an officer unlocks with her passphrase, reads and answers, and locks again', async () => {
  const officer = held.officers[0]!
  const { ref } = await makeTip(held.tipsKey, { body: 'Ett hemligt ord: tistelvägen.' })
  const said = (answer: { data: unknown }) => JSON.stringify(answer.data)
  const at = { params: { ref } }
  const before = await get(list, '/staff/tips', officer)
  expect(said(before)).toContain(ref)
  expect(said(before)).not.toContain('tistelvägen')
  const locked = await get(tipPage, `/staff/tips/${ref}`, { ...officer, ...at })
  expect([locked.status, locked.headers.get('Location')]).toEqual([303, `/staff/tips/unlock?to=${ref}`])
  expect((await rowOfTip(ref))?.status).toBe('received')

  const cookie = await unlocked(officer)
  const unread = said(await get(list, '/staff/tips', { cookie }))
  expect([unread.includes('Narkotika'), unread.includes('tistelvägen')]).toEqual([true, false])
  const looked = { cookie, fields: { query: 'TISTELVÄGEN' } }
  const hit = said(await post(search, '/staff/tips/search', looked))
  expect([hit.includes(ref), hit.includes('hemligt ord')]).toEqual([true, false])
  expect(await eventsOfTip(ref)).toEqual([])
  expect((await rowOfTip(ref))?.status).toBe('received')
  const page = await get(tipPage, `/staff/tips/${ref}`, { cookie, ...at })
  expect(said(page)).toContain('tistelvägen')
  const { formToken } = page.data as { formToken: string }
  const fields = { verb: 'reply', message: 'Tack.', formToken }
  expect((await post(tipPage, `/staff/tips/${ref}`, { cookie, ...at, fields })).status).toBe(303)
  expect(said(await get(tipPage, `/staff/tips/${ref}`, { cookie, ...at }))).toContain('Tack.')
  expect(said(await get(list, '/staff/tips', { cookie }))).toContain('hemligt ord')
  expect(said(await post(search, '/staff/tips/search', looked))).toContain('hemligt ord')
  expect(await eventsOfTip(ref)).toEqual(['tip-opened', 'tip-read', 'tip-answered'])
  const packed = await post(file, `/staff/tips/${ref}/file`, { cookie, ...at })
  expect(packed.headers.get('Content-Disposition')).toBe(`attachment; filename="${ref}.zip"`)
  expect(said(await get(print, `/staff/tips/${ref}/print`, { cookie, ...at }))).toContain('tistelvägen')

  await post(lock, '/staff/tips/lock', { cookie })
  expect((await get(tipPage, `/staff/tips/${ref}`, { cookie, ...at })).status).toBe(303)
})

test('the cookie is kept from scripts, other sites and other pages, and a wrong passphrase gets none', async () => {
  const { cookie, passphrase } = held.officers[0]!
  const right = await post(unlock, '/staff/tips/unlock', { cookie, fields: { passphrase } })
  const [set] = right.headers.getSetCookie()
  for (const part of ['HttpOnly', 'SameSite=Strict', 'Path=/staff']) expect(set).toContain(part)
  expect(set).not.toContain('Max-Age')
  const wrong = await post(unlock, '/staff/tips/unlock', { cookie, fields: { passphrase: 'something else entirely' } })
  expect([wrong.status, wrong.headers.getSetCookie()]).toEqual([422, []])
  expect(JSON.stringify(wrong.data)).not.toContain('something else')
})

test("another officer's session is not opened by the cookie of the first", async () => {
  const [one, two] = held.officers as [Officer, Officer]
  const { ref } = await makeTip(held.tipsKey)
  const own = (await unlocked(one)).split('; ').find((part) => part.startsWith('tips='))
  const answer = await get(tipPage, `/staff/tips/${ref}`, { cookie: `${two.cookie}; ${own}`, params: { ref } })
  expect(answer.status).toBe(303)
})

test.each(roles.filter((role) => role !== 'officer'))(
  'for a %s of any authority there is no page of tips',
  async (role) => {
    for (const organisation of ['polisen', 'goteborg']) {
      const cookie = await cookieOf(await makeStaff(role, organisation))
      for (const route of [list, unlock, keys, search, tipPage, print, seal, photo]) {
        const visit = { cookie, params: { ref: 'AAAA-AAAA', id: 'none' } }
        expect((await get(route, '/staff/tips', visit)).status).toBe(404)
      }
      for (const route of [unlock, lock, keys, search, tipPage, file, seal])
        expect((await post(route, '/staff/tips', { cookie, params: { ref: 'AAAA-AAAA' }, fields: {} })).status).toBe(
          404,
        )
      const discloses = role === 'registrar' && organisation === 'polisen'
      expect((await get(disclosure, '/staff/tips/disclosure', { cookie })).status).toBe(discloses ? 200 : 404)
    }
  },
)

test("a city's officer, if there were one, would find no tips either", async () => {
  const cookie = await cookieOf(await makeStaff('officer', 'goteborg'))
  expect((await get(list, '/staff/tips', { cookie })).status).toBe(404)
})

test('an address of tips is asked for as one that is none, by everybody who has nothing to do with them', async () => {
  const asked = async (path: string, cookie = '') => {
    const { request, shownAs } = await hideTips(new Request(`http://localhost${path}`, { headers: { Cookie: cookie } }))
    return [new URL(request.url).pathname + new URL(request.url).search, shownAs]
  }
  const [officer, coordinator] = [held.officers[0]!.cookie, await cookieOf(await makeStaff('coordinator'))]
  const registrar = await cookieOf(await makeStaff('registrar', 'polisen'))
  for (const path of ['/staff/tips', '/staff/TIPS/AAAA-AAAA', '/staff/%74ips/keys', '/staff/tips/disclosure']) {
    expect(await asked(path, coordinator)).toEqual(['/staff/-', new URL(path, 'http://localhost').pathname])
    expect(await asked(path)).toEqual(['/staff/-', new URL(path, 'http://localhost').pathname])
  }
  expect(await asked('/staff/tips.data?a=1', coordinator)).toEqual(['/staff/-.data?a=1', '/staff/tips.data'])
  expect(await asked('/staff/tips/keys', officer)).toEqual(['/staff/tips/keys', undefined])
  expect((await asked('/staff/tips/disclosure', officer))[0]).toBe('/staff/-')
  expect((await asked('/staff/tips/disclosure', registrar))[0]).toBe('/staff/tips/disclosure')
  expect((await asked('/staff/tips', registrar))[0]).toBe('/staff/-')
  expect(await asked('/staff/queue', coordinator)).toEqual(['/staff/queue', undefined])
  expect(await asked('/staff/tipstorm', coordinator)).toEqual(['/staff/tipstorm', undefined])
})

test('an officer who holds no key learns of no tip: no list, no count, no day', async () => {
  const { ref } = await makeTip(held.tipsKey, { receivedOn: '2026-11-02' })
  const fresh = await cookieOf(await makeStaff('officer'))
  const waits = await newOfficer()
  for (const [cookie, standing] of [
    [fresh, 'none'],
    [waits.cookie, 'waits'],
    [await unlocked(waits), 'waits'],
  ] as const) {
    const { data } = await get(list, '/staff/tips?status=received', { cookie })
    expect(data).toEqual({ title: 'Tips', standing, taken: false, idle: 30, desk: null })
  }
  expect(JSON.stringify((await get(list, '/staff/tips', held.officers[0])).data)).toContain(ref)
})

test('a holder seals a concern of the police on its page', async () => {
  const { ref } = await makeSubmission({ category: 'drugs' })
  const visit = { cookie: held.officers[0]!.cookie, params: { ref } }
  expect((await get(seal, `/staff/tips/seal/${ref}`, visit)).data).toMatchObject({ submission: ref, granted: true })
  const done = await post(seal, `/staff/tips/seal/${ref}`, { ...visit, fields: {} })
  expect([done.status, done.headers.get('Location')]).toEqual([303, `/staff/tips/${ref}`])
})

test('what she had typed when tips were locked meanwhile waits at the passphrase, and then goes on to the tip', async () => {
  const officer = await newHolder()
  const { ref } = await makeTip(held.tipsKey)
  const at = { params: { ref } }
  const cookie = await unlocked(officer)
  const { formToken } = (await get(tipPage, `/staff/tips/${ref}`, { cookie, ...at })).data as { formToken: string }
  await post(lock, '/staff/tips/lock', { cookie })
  const fields = { verb: 'reply', message: 'Tack.\r\nVi hör av oss.', formToken }
  const sent = await post(tipPage, `/staff/tips/${ref}`, { cookie, ...at, fields })
  const to = `/staff/tips/unlock?to=${ref}`
  expect([sent.status, sent.headers.get('Location')]).toEqual([307, to])

  expect(await post(unlock, to, { cookie, fields })).toMatchObject({ status: 200, data: { waits: fields, errors: {} } })
  const wrong = await post(unlock, to, { cookie, fields: { ...fields, passphrase: 'not mine at all' } })
  expect(wrong).toMatchObject({ status: 422, data: { waits: fields, errors: { passphrase: 'wrong-passphrase' } } })
  expect(JSON.stringify(wrong.data)).not.toContain('not mine')
  const right = await post(unlock, to, { cookie, fields: { ...fields, passphrase: officer.passphrase } })
  expect([right.status, right.headers.get('Location')]).toEqual([307, `/staff/tips/${ref}`])
  const on = { cookie: `${officer.cookie}; ${cookieFrom(right)}`, ...at }
  expect((await post(tipPage, `/staff/tips/${ref}`, { ...on, fields })).status).toBe(303)
  expect(await eventsOfTip(ref)).toContain('tip-answered')
  const draft = { verb: 'draft', message: 'Inte klart än.' }
  expect(await post(tipPage, `/staff/tips/${ref}`, { ...on, fields: draft })).toMatchObject({
    status: 200,
    data: { values: { message: 'Inte klart än.' } },
  })
})

test('whoever gives a wrong passphrase is still on her way to the tip', async () => {
  const { cookie, passphrase } = await newHolder()
  const to = '/staff/tips/unlock?to=AAAA-AAAA'
  expect((await post(unlock, to, { cookie, fields: { passphrase: 'wrong' } })).status).toBe(422)
  expect((await get(unlock, to, { cookie })).data).toMatchObject({ to: 'AAAA-AAAA' })
  const right = await post(unlock, to, { cookie, fields: { passphrase } })
  expect([right.status, right.headers.get('Location')]).toEqual([303, '/staff/tips/AAAA-AAAA'])
})

test('the log of tips tells holders by day who did what with which tip, and nobody else', async () => {
  const officer = await newHolder()
  const { ref } = await makeTip(held.tipsKey, { body: 'Ett hemligt ord: tistelvägen.' })
  const { ref: other } = await makeTip(held.tipsKey)
  const cookie = await unlocked(officer)
  for (const one of [ref, other]) await get(tipPage, `/staff/tips/${one}`, { cookie, params: { ref: one } })
  const own = { verb: 'assign', from: '', assignee: officer.staff.id }
  await post(tipPage, `/staff/tips/${ref}`, { cookie, params: { ref }, fields: own })
  const asked = await get(log, `/staff/tips/log?ref=${ref}`, { cookie })
  const by = { who: officer.staff.name, ref, day: expect.stringMatching(/\d{4}/), about: null }
  expect(asked.data).toMatchObject({
    of: ref,
    lines: [
      { ...by, what: 'Handläggare ändrad', details: [`Till: ${officer.staff.name}`] },
      { ...by, what: 'Tips läst', details: [] },
      { ...by, what: 'Tips öppnat första gången', details: [] },
    ],
    before: null,
  })
  expect(JSON.stringify(asked.data)).not.toContain('tistelvägen')
  const whole = (await get(log, '/staff/tips/log', { cookie })).data as {
    lines: { what: string; ref: string | null }[]
  }
  expect(whole.lines.map((line) => line.ref)).toContain(other)
  expect(whole.lines.filter(({ what }) => what === 'Läste loggen')).toHaveLength(1)
  expect(whole.lines.map(({ what }) => what).filter((what) => what.includes('log.event'))).toEqual([])

  for (const locked of [officer.cookie, await cookieOf(await makeStaff('officer'))])
    expect((await get(log, '/staff/tips/log', { cookie: locked })).headers.get('Location')).toBe('/staff/tips/unlock')
  const waits = await get(log, '/staff/tips/log', { cookie: await unlocked(await newOfficer()) })
  expect(waits.headers.get('Location')).toBe('/staff/tips/keys')
  for (const role of ['admin', 'registrar'] as const) {
    const visit = { cookie: await cookieOf(await makeStaff(role, 'polisen')) }
    expect((await get(log, '/staff/tips/log', visit)).status).toBe(404)
  }
})

test('who can open tips sees on her first page what waits of them; nobody else sees that there are any', async () => {
  const homeOf = async (cookie: string) => (await get(home, '/staff', { cookie })).data as { tips?: unknown }
  const { cookie } = held.officers[1]!
  const others = await Promise.all(
    [makeStaff('officer'), makeStaff('registrar', 'polisen')].map(async (other) => cookieOf(await other)),
  )
  const all = async () => Promise.all(others.map(async (other) => JSON.stringify(await homeOf(other))))
  await withoutTips()
  const before = await all()
  const zero = [
    { count: '0', label: 'tips som ingen har öppnat' },
    { count: '0', label: 'tips där den boende har skrivit' },
  ]
  expect((await homeOf(cookie)).tips).toEqual({ title: 'Tips', counts: zero })
  const key = await openKeyOf(held.officers[1]!)
  await makeTip(key)
  await makeTip(key, { messages: ['En sak till.'] })
  expect((await homeOf(cookie)).tips).toMatchObject({ counts: [{ count: '2' }, { count: '1' }] })
  expect(await all()).toEqual(before)
  expect(before.join()).not.toMatch(/tips/i)
})
