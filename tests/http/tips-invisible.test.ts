import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { as, connect, disconnect } from '#db/client.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import { get, post, type Answer } from '../support/call-route.ts'
import { makeDialogue } from '../support/make-dialogue.ts'
import { makeHolders, setTips } from '../support/make-holders.ts'
import { makePledge } from '../support/make-pledge.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { makeTipRows } from '../support/make-tips.ts'
import { parametersOf, pathOfRoute, routesIn, type Route } from '../support/routes-of-portal.ts'

// Every address of the portal, asked by everybody who may not read tips, while there is none and while there are fifty:
// the same answers, from the same statements. A new route is taken in by itself; a new parameter must be named here.

const routes = routesIn(import.meta.glob<Route>('/app/routes/**/*.{ts,tsx}', { eager: true }))

/** Not asked: they end the session of who asks, or send on without looking at anything. */
const leftOut = ['staff.sign-out']
/** The desk of those who read tips; an officer of the police comes there, and has no key in this run. */
const desk = /^staff\.tips/

const unknown = '0000-0000'
const somewhere = '00000000-0000-4000-8000-000000000000'
/** What stands for each parameter of an address. `*` is the rest of an address that leads nowhere. */
const known: Record<string, string[]> = {
  ...{ lang: ['sv'], kind: ['concern', 'idea', 'tip', 'other'], category: ['lighting'], key: ['nothing'] },
  ...{
    id: [somewhere],
    batch: [somewhere],
    verb: ['end'],
    hash: ['0'],
    token: ['nothing'],
    authority: ['polisen'],
    '*': ['nothing/there'],
  },
}

/** What is asked for beside the path: who reads the log leaves a line of it, which the next reading would show. */
const queries: Record<string, string> = { 'staff.admin.audit': '?event=submission-received' }

const statements: string[] = []
const visitors = new Map<string, string | undefined>()
let tips: string[] = []

beforeAll(async () => {
  // What the queue asks for by itself, now and then, is nobody’s request.
  vi.useFakeTimers({ toFake: ['setInterval'] })
  await disconnect()
  connect(process.env.TEST_DATABASE_URL!, { onStatement: (statement) => statements.push(statement) })
  // That tips are taken is no secret; that there are any is.
  await makeHolders()
  await setTips('open')
  const { pledgeSlug, slug: commitment } = await makePledge()
  const { slug: dialogue } = await makeDialogue()
  const { ref: shown } = await makeSubmission({ status: 'answered', published: { title: 'En lampa', body: 'Lyser.' } })
  const { ref: own } = await makeSubmission()
  const { ref: polices } = await makeSubmission({ category: 'traffic', status: 'in_progress' })
  known.ref = [shown, own, polices, unknown]
  known.slug = [pledgeSlug, commitment, dialogue, 'hammarkullen', 'nothing']
  visitors.set('everyone', undefined)
  const others: [Staff['role'], string?][] = [
    ...([['admin'], ['coordinator'], ['registrar'], ['partner', 'faltenheten'], ['partner']] as const),
    ...([['organiser'], ['analyst'], ['officer', 'goteborg'], ['officer', 'polisen']] as const),
  ].map(([role, organisation]) => [role, organisation])
  for (const [role, organisation] of others)
    visitors.set([role, organisation].filter(Boolean).join(' of '), await cookieOf(await makeStaff(role, organisation)))
  // What is told of once is kept from then on: everything is asked once before it counts.
  await everyAnswer()
})

afterAll(async () => {
  vi.useRealTimers()
  await setTips('signpost')
})

type Told = { answer: string; asked: string[] }

/** What everybody is answered at every address, and what the database was asked for it. */
async function everyAnswer(): Promise<Map<string, Told>> {
  const told = new Map<string, Told>()
  for (const [visitor, cookie] of visitors)
    for (const { name, route } of routes)
      for (const [index, { path, params }] of addressesOf(name).entries()) {
        if (leftOut.includes(name)) continue
        if (!name.startsWith('staff') && cookie !== undefined) continue
        const visit = { params, cookie, address: nextAddress() }
        if (route.loader) told.set(`${visitor}: GET ${path}`, await heard(() => get(route, path, visit)))
        // What is empty or of nothing is refused, and so changes nothing.
        const nothing = { ...visit, params: { ...params, ...(params.ref ? { ref: unknown } : {}) }, fields: {} }
        if (route.action && index === 0)
          told.set(`${visitor}: POST ${path}`, await heard(() => post(route, path, nothing)))
      }
  return told
}

let calls = 0
/** Another visitor each time: who tries often is told to wait. */
const nextAddress = () => `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls++ & 255}`

async function heard(work: () => Promise<Answer>): Promise<Told> {
  statements.length = 0
  const answer = await work().then(bytesOf, (thrown: unknown) =>
    thrown instanceof Response ? `${thrown.status}` : `threw ${String(thrown)}`,
  )
  return { answer, asked: [...statements].sort() }
}

/** An answer without what is new each time: the random tokens of forms, and what is encrypted into cookies. */
const bytesOf = ({ status, headers, data }: Answer): string =>
  JSON.stringify([status, [...headers], data]).replace(/[\w-]{22}\.[a-z0-9]{8}\.[\w-]{43}|=[\w%.-]{60,}/g, '(new)')

/** The addresses of a route, one for each of what its parameters may be. */
function addressesOf(name: string): { path: string; params: Record<string, string> }[] {
  const choices = parametersOf(name).reduce<Record<string, string>[]>(
    (made, one) => made.flatMap((params) => (known[one] ?? []).map((value) => ({ ...params, [one]: value }))),
    [{}],
  )
  return choices.map((params) => ({
    path: pathOfRoute(name, params) + (queries[name] ?? ''),
    params,
  }))
}

test('every parameter of an address is named here, so that every address is asked', () => {
  const silent = routes.filter(({ name, route }) => (route.loader ?? route.action) && addressesOf(name).length === 0)
  expect(silent.map(({ name }) => name)).toEqual([])
})

describe('with fifty tips', () => {
  let without: Map<string, Told>, within: Map<string, Told>

  beforeAll(async () => {
    without = await everyAnswer()
    tips = await makeTipRows(50)
    within = await everyAnswer()
  }, 300_000)

  test('nobody who may not read them is answered in any other way', () => {
    expect(within.size).toBeGreaterThan(300)
    expect([...within].filter(([, { answer }]) => answer.startsWith('threw'))).toEqual([])
    for (const [address, { answer }] of within) expect(answer, address).toBe(without.get(address)?.answer)
  })

  test('the database is asked nothing else, nor anything more', () => {
    for (const [address, { asked }] of within) expect(asked, address).toEqual(without.get(address)?.asked)
  })

  test('an address that names a tip answers as one that names nothing', async () => {
    for (const [visitor, cookie] of visitors)
      for (const { name, route } of routes.filter((one) => one.name.includes('$ref') || desk.test(one.name))) {
        const call = async (ref: string) => {
          const visit = { params: { ...firstOf(name), ref }, cookie, address: nextAddress() }
          const told: string[] = []
          if (route.loader) told.push(bytesOf(await get(route, `/x/${ref}`, visit)))
          if (route.action) told.push(bytesOf(await post(route, `/x/${ref}`, visit)))
          return told.map((answer) => answer.replaceAll(ref, '(ref)'))
        }
        expect(await call(tips[0]!), `${visitor} at ${name}`).toEqual(await call(unknown))
      }
  })
})

const firstOf = (name: string): Record<string, string> => addressesOf(name)[0]?.params ?? {}

/** Every counter, register and queue that somebody without a right to tips could read or infer something from. */
const counters = () =>
  as({ as: 'seed' }, async (tx) => {
    const sequences = await tx.execute<{ name: string }>(
      sql`select schemaname || '.' || sequencename as name, last_value from pg_sequences
        where sequencename <> 'tip_audit_lines_id_seq' order by 1`,
    )
    const rows: Record<string, unknown> = {}
    for (const table of [
      'submissions',
      'audit_lines',
      'registers',
      'outbox',
      'rate_limits',
      'photos',
      'messages',
      'pgboss.job',
    ])
      rows[table] = (await tx.execute(sql.raw(`select count(*)::int from ${table}`)))[0]
    return { sequences: [...sequences], rows }
  })

test('a tip moves no counter, fills no queue and leaves no gap in any series but its own', async () => {
  const before = await counters()
  await makeTipRows(5)
  expect(await counters()).toEqual(before)
})

test('what is registered before and after tips has numbers that follow each other', async () => {
  const number = async () => {
    const { id } = await makeSubmission({ category: 'lighting' })
    await registerSubmission(id)
    const [row] = await as({ as: 'seed' }, (tx) =>
      tx.execute<{ number: string }>(sql`select registration_number as number from submissions where id = ${id}`),
    )
    return Number(row!.number.split('-').at(-1))
  }
  const first = await number()
  await makeTipRows(5)
  expect(await number()).toBe(first + 1)
})

test('no table of tips has a trigger that tells anybody, and no other role but theirs a right to it', async () => {
  const found = await as({ as: 'seed' }, (tx) =>
    tx.execute<{ name: string }>(sql`
      select c.relname || ' ' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_proc p on p.oid = t.tgfoid
        where not t.tgisinternal and (c.relname like 'tip%' or c.relname = 'recovery_keys') and p.prosrc like '%notify%'
      union all
      select table_name || ' ' || grantee from information_schema.role_table_grants
        where (table_name like 'tip%' or table_name = 'recovery_keys')
          and grantee in ('portal_public', 'portal_staff', 'portal_company', 'portal_auth')`),
  )
  expect([...found]).toEqual([])
})
