import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff as accounts } from '#db/schema/staff.ts'
import { categories } from '#db/schema/submissions.ts'
import { makeAccount } from '#app/domain/staff/make-account.server.ts'
import { findStaff } from '#app/domain/staff/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { turnOfDay } from '#app/domain/submissions/urgency.server.ts'
import { chance } from './bench-places.ts'
import { details, matters, whereabouts } from './bench-texts.ts'

const calls = 400
const warmUp = 20

/** How long so many calls took, in milliseconds. */
export type Timed = { calls: number; p50: number; p95: number; p99: number; most: number }

/** Those who ask: a coordinator of the city, an officer of the police, a partner, and a company. */
export async function queuePeople(): Promise<Staff[]> {
  return [
    await member('coordinator', 'trygghetssamordningen'),
    await member('officer', 'polisen'),
    await member('partner', 'faltenheten'),
    await member('partner', 'gardstensbostader'),
  ]
}

/**
 * How long staff wait for the queue, for a search and for a case, in milliseconds: they take turns, each way of narrowing
 * comes as often as any other, and pages are turned.
 */
export async function measureQueue(): Promise<Record<'queue' | 'search' | 'open', Timed>> {
  const people = await queuePeople()
  const refs = new Map<Staff, string[]>()
  for (const staff of people) refs.set(staff, await someRefs(staff))
  const whose = (turn: number) => people[turn % people.length]!
  return {
    queue: await measure((pick, turn) => queue(whose(turn), queueFilter.parse(someWay(pick)))),
    search: await measure((pick, turn) => queue(whose(turn), queueFilter.parse({ status: 'all', q: wordsBy(pick) }))),
    open: await measure((pick, turn) => findForStaff(whose(turn), pick(refs.get(whose(turn))!) ?? '')),
  }
}

type Pick = <Thing>(things: readonly Thing[]) => Thing

async function member(role: 'coordinator' | 'officer' | 'partner', organisation: string): Promise<Staff> {
  const [email, password] = [`${role}-of-${organisation}@bench.example`, 'a password for the bench only']
  const seed = { as: 'seed' } as const
  const [known] = await as(seed, (tx) => tx.select({ id: accounts.id }).from(accounts).where(eq(accounts.email, email)))
  const signsAs = { sv: role }
  const id = known?.id ?? (await makeAccount({ name: role, email, password, role, organisation, signsAs }))
  return (await findStaff(id))!
}

/** Cases from all over what somebody sees. */
async function someRefs(staff: Staff): Promise<string[]> {
  const asked = ['open', 'closed', 'answered'].map((status) => queue(staff, queueFilter.parse({ status })))
  return (await Promise.all(asked)).flatMap(({ rows }) => rows.map(({ ref }) => ref))
}

const ways = (pick: Pick): Record<string, string>[] => [
  {},
  { status: 'received' },
  { status: 'closed' },
  { status: 'all' },
  { area: pick(['603', '604', '606', '609']) },
  { category: pick(categories) },
  { area: '606', category: pick(categories) },
  { kind: 'idea' },
  { assignee: 'me' },
  { assignee: 'nobody' },
  { writtenIn: 'so' },
  { age: 'over-month' },
  { status: 'closed', age: 'over-quarter' },
  { lastWord: 'resident' },
  { linked: 'yes' },
  { deadline: pick(['overdue', 'today', 'this-week', 'none']) },
  { deadline: 'overdue', area: '606' },
  { deadline: 'overdue', assignee: 'me' },
  { held: 'yes' },
  { workingArea: pick(['gardsten', 'norra-och-sodra-kortedala']), lastWord: 'resident' },
  { organisation: 'faltenheten' },
  { status: 'all', photos: 'yes', writtenIn: 'ar' },
  { status: 'all', photos: 'no', linked: 'yes', kind: 'idea', age: 'up-to-week' },
]

/** A way to ask for a page of the queue, or as often as not for one farther on. */
export const someWay = (pick: Pick): Record<string, string> => {
  const asked = pick(ways(pick))
  return pick([true, false]) ? asked : { ...asked, after: pick(deep) }
}

/** Places all over the queue. */
const deep = [1, 5, 6, 8, 13, 25, 40].map((urgency) => {
  const then = Date.now() - 200 * 86_400_000
  const turn = urgency === 40 ? -then : turnOfDay(new Date(then).toISOString().slice(0, 10))
  return `${urgency}.${turn}.00000000-0000-0000-0000-000000000000`
})

/** What somebody looks for: one word or several, now and then misspelt. */
export function wordsBy(pick: Pick): string {
  const text = `${pick(matters[pick(categories)])} ${pick(whereabouts)} ${pick(details)}`.split(' ')
  const some = pick([[pick(text)], [pick(text), pick(text)], text.slice(0, 2)])
  const [first = '', ...rest] = some
  return [pick([first, first, `${first.slice(0, 2)}${first.slice(3)}`]), ...rest].join(' ')
}

/** Asks one call after the other, and picks the same at each size. */
export async function measure(ask: (pick: Pick, turn: number) => Promise<unknown>): Promise<Timed> {
  const random = chance(23)
  const pick: Pick = (things) => things[Math.floor(random() * things.length)]!
  const times: number[] = []
  for (let i = 0; i < warmUp + calls; i++) {
    const start = performance.now()
    await ask(pick, i)
    if (i >= warmUp) times.push(performance.now() - start)
  }
  times.sort((one, other) => one - other)
  const at = (part: number) => Number(times[Math.min(calls - 1, Math.floor(calls * part))]!.toFixed(1))
  return { calls, p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) }
}
