import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { codeAt } from '#app/domain/staff/second-factors.server.ts'
import { formsOfPage, type PageForm } from './forms-of-page.ts'
import { startOwnPortal } from './own-portal.ts'

/** Everybody who can come to an address: residents, staff by role, and some who stand between two doors. */
export type Who =
  | 'nobody'
  | 'resident'
  | 'coordinator'
  | 'registrar'
  | 'admin'
  | 'organiser'
  | 'officer'
  /** An officer who has not unlocked the tips. */
  | 'locked'
  /** A registrar of the police, who opens a tip by paper shares. */
  | 'discloser'
  /** Who has given the password and not yet the code. */
  | 'halfway'

export type Answer = { status: number; headers: Headers; body: string; cookie: string }
type Asked = { method?: string; body?: RequestInit['body']; headers?: Record<string, string>; who?: Who }
type Account = { role: string; email: string; password: string; tipsPassphrase?: string }
export type Everybody = Awaited<ReturnType<typeof bringEverybodyIn>>

const isPost = ({ method }: PageForm) => method === 'post'

/** Starts a portal and signs everybody in; gives what there is to ask for by the name that it has in addresses. */
export async function bringEverybodyIn() {
  const portal = await startOwnPortal({ environment: { TRUST_PROXY: '1', CSP_REPORT: 'on' } })
  const accounts = JSON.parse(readFileSync(join(portal.dataDir, 'trial-accounts.json'), 'utf8')) as Account[]
  const [officer, locked] = accounts.filter(({ role }) => role === 'officer')
  const account = (role: string) => accounts.find((one) => one.role === role)!
  const accountOf: Partial<Record<Who, Account>> = {
    ...{ coordinator: account('coordinator'), registrar: account('registrar'), admin: account('admin') },
    ...{ organiser: account('organiser'), officer: officer!, locked: locked!, discloser: account('analyst') },
  }
  const cookies: Partial<Record<Who, string>> = {}
  const reached = new Set<string>()
  let visitors = 0

  /** Asks from another network each time, so that no limit by visitor is met. */
  async function ask(path: string, { method = 'GET', body, headers = {}, who = 'nobody' }: Asked = {}) {
    const from = `2001:db8:${(visitors++ % 60_000).toString(16)}::1`
    const cookie = cookies[who] ?? ''
    const answer = await fetch(`${portal.url}${path}`, {
      ...{ method, body: body ?? null, redirect: 'manual' },
      headers: { 'X-Forwarded-For': from, ...(cookie ? { cookie } : {}), ...headers },
    })
    const set = answer.headers.getSetCookie().map((one) => one.split(';')[0])
    const { status } = answer
    if (isOutside(answer, who)) await (accountOf[who] && comeIn(who))
    else if (status < 400 || status === 409 || status === 422) reached.add(`${method} ${path.split('?')[0]}`)
    // A stream of changes ends with who reads it.
    const endless = answer.headers.get('content-type')?.startsWith('text/event-stream')
    if (endless) await answer.body?.cancel()
    return { status, headers: answer.headers, body: endless ? '' : await answer.text(), cookie: set.join('; ') }
  }

  const post = (path: string, fields: Record<string, string>, who: Who = 'nobody') =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields), who })

  /** Signs in, or in again where what was posted has ended the session. */
  async function comeIn(who: Who): Promise<void> {
    const { email, password, tipsPassphrase } = accountOf[who]!
    await portal.sql`delete from rate_limits`
    cookies[who] = ''
    const cookie = (await post('/staff/sign-in', { email, password })).cookie
    if (!cookie) throw new Error(`${who} could not sign in`)
    cookies[who] = cookie
    if (who !== 'officer') return
    const unlocked = await post('/staff/tips/unlock', { passphrase: tipsPassphrase! }, who)
    if (!unlocked.cookie) throw new Error('tips could not be unlocked')
    cookies[who] += `; ${unlocked.cookie}`
  }

  const { sql } = portal
  await sql`update staff set role = 'registrar', organisation = 'polisen' where role = 'analyst'`
  const form = async (path: string) => formsOfPage((await ask(path)).body, path).find(isPost)
  const said = { category: 'lighting', body: 'Lampan är trasig.', areaCode: '606', language: 'sv' }
  const { formToken } = (await form('/sv/submit/concern'))!.fields
  cookies.resident = (
    await post('/sv/submit/concern', { ...said, contactEmail: 'a@b.example', formToken: formToken! })
  ).cookie
  const receipt = await ask('/sv/submit/received', { who: 'resident' })
  const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(receipt.body)![0]
  cookies.resident += `; ${(await post('/sv/follow', { code })).cookie}`
  for (const who of Object.keys(accountOf) as Who[]) await comeIn(who)

  /** Gives the organiser an app, and leaves her before the second door. */
  async function halfway(): Promise<void> {
    const page = await ask('/staff/account/second-factor', { who: 'organiser' })
    const secret = /secret=([A-Z2-7]{32})/.exec(page.body)![1]!
    await post('/staff/account/second-factor', { verb: 'confirm', code: codeAt(secret) }, 'organiser')
    const { email, password } = accountOf.organiser!
    cookies.halfway = (await post('/staff/sign-in', { email, password })).cookie
    delete accountOf.organiser
  }
  await halfway()

  /** Signs up for the first dialogue that has room; gives it and the token of the booking. */
  async function bookSeat(): Promise<{ slug: string; token: string }> {
    const listed = (await ask('/sv/dialogues')).body.matchAll(/href="\/sv\/dialogues\/([\w-]+)"/g)
    for (const [, slug = ''] of listed) {
      const path = `/sv/dialogues/${slug}/sign-up`
      const fields = (await form(path))?.fields
      if (!fields?.formToken) continue
      const to = (await post(path, { ...fields, name: 'Amina', partySize: '1', language: 'sv' })).headers.get(
        'location',
      )
      if (to?.includes('/bookings/')) return { slug, token: to.split('/').at(-1)! }
    }
    throw new Error('no dialogue takes a booking')
  }
  const inMail = (pattern: RegExp): Promise<string> => {
    const find = async () => {
      const mails = await sql<{ body: string }[]>`select body from outbox`
      return mails.map(({ body }) => pattern.exec(body)?.[1]).find(Boolean)
    }
    return vi.waitUntil(find, { timeout: 20_000, interval: 100 })
  }
  await post(
    '/staff/admin/people/invite',
    { name: 'Nya Nilsson', email: 'new@b.example', role: 'partner', organisation: 'gardstensbostader' },
    'admin',
  )
  const one = async (rows: Promise<{ value: unknown }[]>) => String((await rows)[0]!.value)
  const coordinator = await one(sql`select id as value from staff where email = ${accountOf.coordinator!.email}`)
  const ids = {
    rule: await one(sql`insert into routing_rules (authority, position, name, categories, priority, made_by_id)
      values ('goteborg', 1, 'Lampor', '{lighting}', 'low', ${coordinator}) returning id as value`),
    template: await one(sql`insert into templates (authority, use, name, body, written_by_id)
      values ('goteborg', 'answer', 'Tack', '{"sv":"Tack."}', ${coordinator}) returning id as value`),
    batch: await one(sql`insert into plans (submission_id, act, answer, batch, staff_id, due_at)
      select id, 'answer', '{"body":{"sv":"Tack."},"audience":"public","after":0,"confirmed":[]}', gen_random_uuid(),
        ${coordinator}, now() + interval '1 day' from submissions where receiving_authority = 'goteborg'
        and status = 'in_progress' and kind = 'concern' order by created_at limit 1 returning batch as value`),
    view: await one(sql`insert into saved_views (staff_id, organisation, shared, name, filter)
      values (${coordinator}, 'trygghetssamordningen', false, 'Mina', '{}') returning id as value`),
  }
  const known = {
    ...ids,
    ...{ lang: 'sv', kind: 'concern', category: 'lighting', verb: 'end', ...(await bookSeat()) },
    ref: /NORDOST (\S+) /.exec(receipt.body)![1]!,
    key: await one(sql`select key as value from category_questions where category = 'lighting' order by key limit 1`),
    person: await one(sql`select id as value from staff where role = 'partner' limit 1`),
    tip: await one(sql`select ref as value from tips order by ref limit 1`),
    // A concern that the police have received, since what is sealed as a tip is gone for all others.
    police: await one(sql`select ref as value from submissions
      where kind = 'concern' and receiving_authority = 'polisen' and status not in ('redirected', 'merged') order by created_at limit 1`),
    bell: await inMail(/\/bell\/([\w-]+)/),
    invitation: await inMail(/\/staff\/invitation\/(\w+)/),
  }
  const officerId = await one(sql`select id as value from staff where email = ${officer!.email}`)
  return { portal, known, ask, post, reached, officerId, cookieOf: (who: Who) => cookies[who] ?? '' }
}

/** True when somebody was sent to a door: the session, its freshness or the unlocked tips are gone. */
const isOutside = ({ headers, status }: Response, who: Who): boolean => {
  const to = status === 302 || status === 303 ? (headers.get('location') ?? '') : ''
  return /^\/staff\/(sign-in$|confirm\b)/.test(to) || (who === 'officer' && to === '/staff/tips/unlock')
}
