import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { statuses, type Status } from '#db/schema/submissions.ts'
import { allWorkingAreas } from '#app/domain/areas/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { ageNames, ages, deadlines, lastWords, queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { comparePlaces, type QueuePlace } from '#app/domain/submissions/queue-place.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { openStatuses } from '#app/domain/submissions/statuses.ts'
import { dayOf, daysAfter, lastDayOfWeek } from '#app/domain/submissions/working-days.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { removeCases } from '../../support/remove-cases.ts'

const seed = { as: 'seed' } as const
/** What stands in the cases of this test and in no others. */
const [mark, word] = [randomUUID(), `fi${randomUUID().replaceAll(/[^a-f]/g, '')}olv`]
const today = dayOf(new Date())
const [organisations, languages] = [['faltenheten', 'raddningstjansten'] as const, ['sv', 'so', 'ar'] as const]
const [areas, categories] = [['603', '606', '609', '611'] as const, ['lighting', 'traffic', 'upkeep'] as const]

const oneCase = fc.record({
  status: fc.constantFrom(...statuses.filter((status) => status !== 'merged')),
  kind: fc.constantFrom('concern', 'idea'),
  category: fc.constantFrom(...categories),
  area: fc.constantFrom(...areas),
  mine: fc.constantFrom('me', 'other', 'nobody'),
  writtenIn: fc.constantFrom(...languages, null),
  days: fc.constantFrom(0, 3, 10, 40, 100),
  due: fc.constantFrom(-3, 0, lastDayOfWeek(today), 20, null),
  photos: fc.boolean(),
  linked: fc.boolean(),
  lastWord: fc.constantFrom('resident', 'staff', null),
  held: fc.constantFrom(true, false, false),
  routedTo: fc.subarray([...organisations]),
})
type Case = typeof oneCase extends fc.Arbitrary<infer Made> ? Made & { ref: string; dueOn: string | null } : never
type Placed = Case & QueuePlace & { there: QueuePlace }

const isOpen = (status: Status) => (openStatuses as readonly Status[]).includes(status)
let coordinator: Staff, youth: Staff, other: Staff
let cases: Placed[]

beforeAll(async () => {
  ;[coordinator, youth, other] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('partner', 'faltenheten'),
    makeStaff('coordinator'),
  ])
  const made = fc.sample(oneCase, { numRuns: 160, seed: 11 }).map((one, n) => ({
    ...one,
    ref: `FILT-${mark.slice(0, 8)}-${n}`,
    dueOn:
      isOpen(one.status) && one.due !== null
        ? typeof one.due === 'string'
          ? one.due
          : daysAfter(today, one.due)
        : null,
  }))
  const places = await insert(made)
  cases = made.map((one) => ({ ...one, ...places.get(one.ref)! }))
}, 60_000)

/** Gives the place of each in the queue, and its place where it was routed. */
const insert = (made: Case[]) =>
  as(seed, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`insert into submissions (ref, kind, category, status, status_at, receiving_authority, language, body,
        area_code, code_hash, code_public_key, created_at, screened_at, assignee_id, written_in, due_on, has_photos, linked,
        last_word, held_for, routed_to)
      select ref, kind, category, status, now() - n * interval '1 minute', 'goteborg', 'sv', ${`Vid ${word} är det mörkt.`}::text,
        area, ${mark}::text || ref, '', now() - days * interval '1 day' - n % 7 * interval '1 second', now(),
        case mine when 'me' then ${coordinator.id} when 'other' then ${other.id} end, "writtenIn", "dueOn", photos, linked,
        "lastWord", case when held then '{too-fast}'::text[] else '{}' end,
        array(select jsonb_array_elements_text("routedTo"))
      from rows from (jsonb_to_recordset(${JSON.stringify(made)}::text::jsonb) as (ref text, kind text, category text,
        status text, area text, days int, mine text, "writtenIn" text, "dueOn" date, photos boolean, linked boolean,
        "lastWord" text, held boolean, "routedTo" jsonb)) with ordinality as made (ref, kind, category, status, area, days,
        mine, "writtenIn", "dueOn", photos, linked, "lastWord", held, "routedTo", n)`)
    // What is placed there is copied by a trigger.
    await tx.execute(sql`set local session_replication_role = origin`)
    await tx.execute(sql`insert into routings (submission_id, organisation, staff_id)
      select id, unnest(routed_to), ${coordinator.id} from submissions where code_hash like ${`${mark}%`}`)
    type Row = { ref: string; id: string; urgency: number; turn: string; there: number; turnThere: string }
    const rows = await tx.execute<Row>(sql`select ref, id, s.urgency, s.turn, r.urgency as there, r.turn as "turnThere"
      from submissions s left join routings r on r.submission_id = id and r.organisation = 'faltenheten'
      where code_hash like ${`${mark}%`}`)
    return new Map(
      rows.map(({ ref, id, urgency, turn, there, turnThere }) => [
        ref,
        { id, urgency, turn: Number(turn), there: { id, urgency: there, turn: Number(turnThere) } },
      ]),
    )
  })

afterAll(() => removeCases(mark))

type Asked = Record<string, string>
type Fits = (one: Placed, value: string) => boolean

const yes = (value: string) => value === 'yes'
const dueWithin: Record<string, (dueOn: string) => boolean> = {
  overdue: (dueOn) => dueOn < today,
  today: (dueOn) => dueOn === today,
  'this-week': (dueOn) => dueOn >= today && dueOn <= lastDayOfWeek(today),
}
let workingAreas: Map<string, string[]>
beforeAll(async () => {
  workingAreas = new Map((await allWorkingAreas()).map(({ slug, areaCodes }) => [slug, areaCodes]))
})

/** Each filter as plainly as it can be said. */
const plain: Record<string, Fits> = {
  status: ({ status }, value) => value === 'all' || (value === 'open' ? isOpen(status) : status === value),
  kind: ({ kind }, value) => kind === value,
  category: ({ category }, value) => category === value,
  area: ({ area }, value) => area === value,
  workingArea: ({ area }, value) => workingAreas.get(value)?.includes(area) ?? false,
  organisation: ({ routedTo }, value) => (routedTo as string[]).includes(value),
  assignee: ({ mine }, value) => mine === whoIs(value),
  writtenIn: ({ writtenIn }, value) => writtenIn === value,
  age: ({ days }, value) => {
    const { newest, days: limit } = ages[value as keyof typeof ages]
    return newest ? days < limit : days >= limit
  },
  deadline: ({ dueOn }, value) => (dueOn === null ? value === 'none' : (dueWithin[value]?.(dueOn) ?? false)),
  photos: ({ photos }, value) => photos === yes(value),
  linked: ({ linked }, value) => linked === yes(value),
  lastWord: ({ lastWord }, value) => (lastWord ?? 'nobody') === value,
  held: ({ held }, value) => held === yes(value),
  q: () => true,
}
/** What is told differently to whom a case was only routed: nothing is held, nothing due, and only to her own is it sent. */
const plainWhereRouted: Record<string, Fits> = {
  ...plain,
  organisation: (_, value) => value === 'faltenheten',
  deadline: (_, value) => value === 'none',
  held: (_, value) => !yes(value),
}
const whoIs = (assignee: string) => ({ [coordinator.id]: 'me', [other.id]: 'other' })[assignee] ?? assignee

const isHers = (staff: Staff) => staff === coordinator
function expected(staff: Staff, asked: Asked): string[] {
  const rules = isHers(staff) ? plain : plainWhereRouted
  const placeOf = (one: Placed) => (isHers(staff) ? one : one.there)
  return cases
    .filter((one) => isHers(staff) || one.routedTo.includes('faltenheten'))
    .filter((one) => Object.entries(asked).every(([name, value]) => rules[name]!(one, value)))
    .sort((one, second) => comparePlaces(placeOf(one), placeOf(second)))
    .map(({ ref }) => ref)
}

/** Page by page to the end, and how many there are said to be in the states that are asked for. */
async function shown(staff: Staff, asked: Asked) {
  const refs: string[] = []
  let said: number | undefined
  for (let after: string | undefined; ;) {
    const { rows, next, tabs } = await queue(staff, queueFilter.parse({ ...asked, after }))
    refs.push(...rows.map(({ ref }) => ref))
    said ??= tabs.find(({ status }) => status === asked.status)!.count
    if (!next) return { refs, said }
    after = next
  }
}

const values = (): Record<string, readonly string[]> => ({
  status: ['open', 'all', 'received', 'in_progress', 'closed', 'waiting_for_resident'],
  kind: ['concern', 'idea'],
  category: categories,
  area: areas,
  workingArea: [...workingAreas.keys(), 'no-such-place'],
  organisation: organisations,
  assignee: [coordinator.id, other.id, 'nobody'],
  writtenIn: languages,
  age: ageNames,
  deadline: deadlines,
  photos: ['yes', 'no'],
  linked: ['yes', 'no'],
  lastWord: lastWords,
  held: ['yes', 'no'],
})

/** Others' cases meet it neither in a search for the word nor among what is assigned to whom this test has made. */
const ownOnly = (asked: Asked): Asked => {
  const assigned = asked.assignee === coordinator.id || asked.assignee === other.id
  return { status: 'all', ...asked, ...(assigned ? {} : { q: word }) }
}

async function check(staff: Staff, asked: Asked) {
  const wanted = expected(staff, asked)
  const { refs, said } = await shown(staff, asked)
  expect(refs, JSON.stringify(asked)).toEqual(wanted)
  expect(said, JSON.stringify(asked)).toBe(wanted.length)
  return wanted.length
}

test('every filter is one that is tried here', () => {
  const ways = ['after', 'before', 'at']
  expect(
    Object.keys(queueFilter.shape)
      .filter((name) => !ways.includes(name))
      .sort(),
  ).toEqual(Object.keys(plain).sort())
})

test('each filter alone shows what it names, each case once and in the order of the queue', async () => {
  for (const [name, all] of Object.entries(values()))
    for (const value of all) {
      await check(coordinator, ownOnly({ [name]: value }))
      // The queue itself is narrowed in another way than a search is.
      await check(coordinator, ownOnly({ assignee: coordinator.id, [name]: value }))
    }
  await check(youth, ownOnly({}))
})

test('filters together show what all of them leave, each case once and in the order of the queue', async () => {
  const all = Object.entries(values())
  const some = fc
    .subarray(all, { minLength: 2, maxLength: 4 })
    .chain((picked) => fc.tuple(...picked.map(([name, of]) => fc.tuple(fc.constant(name), fc.constantFrom(...of)))))
    .map((picked): Asked => Object.fromEntries(picked))
  let notEmpty = 0
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(coordinator, youth), some, fc.boolean(), async (staff, asked, searched) => {
      const found = await check(staff, { ...ownOnly(asked), ...(searched ? { q: word } : {}) })
      if (found > 0) notEmpty++
    }),
    { seed: 7, numRuns: 120 },
  )
  expect(notEmpty).toBeGreaterThan(40)
})
