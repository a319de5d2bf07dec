import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as, type Tx } from '#db/client.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { askedBy } from '#app/domain/submissions/queue-conditions.server.ts'
import { countsByStatus } from '#app/domain/submissions/queue-counts.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { placesInQueue } from '#app/domain/submissions/queue-places.server.ts'
import { byIndexAlone } from '#app/domain/submissions/queue-streams.server.ts'
import { searchSubmissions } from '#app/domain/submissions/search-submissions.server.ts'
import { makeStaff } from '../../support/make-staff.ts'

const seed = { as: 'seed' } as const
let people: Staff[]

beforeAll(async () => {
  people = [await makeStaff('coordinator'), await makeStaff('partner', 'faltenheten')]
})

/** Adds cases that nobody has read, one an hour from so many hours back to so many, of which few have photos and all hold one word. */
const add = (from: number, to: number) =>
  as(seed, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(sql`insert into submissions (ref, kind, category, receiving_authority, language, body, area_code,
        code_hash, code_public_key, has_photos, created_at, screened_at, routed_to)
      select 'COST-' || gen_random_uuid(), 'concern', 'lighting', 'goteborg', 'sv', 'Pricken lyser inte.', '606',
        'cost ' || gen_random_uuid(), '', i % 500 = 0, now() - i * interval '1 hour', now(), '{faltenheten}'
      from generate_series(${from}::int, ${to}::int) i`)
    await tx.execute(sql`insert into routings (submission_id, organisation, staff_id, status, urgency, turn,
        receiving_authority, kind, area_code, category, screened_at, created_at, has_photos)
      select id, 'faltenheten', ${people[0]!.id}, status, urgency, turn,
        receiving_authority, kind, area_code, category, screened_at, created_at, has_photos
      from submissions where code_hash like 'cost %' on conflict do nothing`)
    // Each has a note that all who read it may read, and one that is shared where nobody of these reads.
    await tx.execute(sql`insert into notes (submission_id, organisation, staff_id, body, shared_at, search)
      select id, organisation, ${people[0]!.id}, noted.text, now(), words_of(noted.text) || search_weeks(organisation, readers, created_at)
      from submissions, (values ('ung-nordost', 'Lappen hänger uppe.', array['shared goteborg', 'shared to faltenheten']),
        ('sspf', 'Klammern hänger nere.', array['shared polisen'])) as noted (organisation, text, readers)
      where code_hash like 'cost %' and not exists (select from notes n where n.submission_id = submissions.id)`)
    await tx.execute(sql`analyze submissions, routings, notes`)
  })

afterAll(() =>
  as(seed, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    await tx.execute(
      sql`delete from notes n using submissions s where s.id = n.submission_id and s.code_hash like 'cost %'`,
    )
    await tx.execute(
      sql`delete from routings r using submissions s where s.id = r.submission_id and s.code_hash like 'cost %'`,
    )
    await tx.execute(sql`delete from submissions where code_hash like 'cost %'`)
  }),
)

/**
 * How many entries of indexes and rows of tables a question reads. Not of the list of words, which is the same however many
 * cases there are: by which of its indexes a short list is read, PostgreSQL may choose anew at any moment.
 */
const readBy = (staff: Staff, ask: (tx: Tx) => Promise<unknown>): Promise<number> =>
  as(staff, async (tx) => {
    const before = await readSoFar(tx)
    await ask(tx)
    return (await readSoFar(tx)) - before
  })

/** By this connection, since it last told anybody. */
async function readSoFar(tx: Tx): Promise<number> {
  const [row] = await tx.execute<{ read: number }>(sql`select sum(pg_stat_get_xact_tuples_returned(oid))::int as read
    from pg_class where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace and relname not like 'search_words%'`)
  return row!.read
}

const questions: Record<string, (staff: Staff) => (tx: Tx) => Promise<unknown>> = {
  ...Object.fromEntries(
    [
      {},
      { status: 'all' },
      { area: '606' },
      { photos: 'yes' },
      { photos: 'yes', category: 'lighting' },
      { deadline: 'overdue' },
    ].map((filter) => [
      `the queue by ${JSON.stringify(filter)}`,
      (staff: Staff) => async (tx: Tx) => {
        const asked = await askedBy(queueFilter.parse(filter))
        await byIndexAlone(tx)
        await placesInQueue(tx, staff, asked)
        await countsByStatus(tx, staff, asked)
      },
    ]),
  ),
  'a word that is in all': (staff) => (tx) => searchSubmissions(tx, staff, { q: 'pricken', status: 'all' }),
  'a word that is in all, of an area and a state': (staff) => (tx) =>
    searchSubmissions(tx, staff, { q: 'pricken', area: '606', status: 'all' }, ['received']),
  'a word that is in notes of all': (staff) => (tx) => searchSubmissions(tx, staff, { q: 'lappen', status: 'all' }),
  'a word that is in notes that she may not read': (staff) => (tx) =>
    searchSubmissions(tx, staff, { q: 'klammern', status: 'all' }),
}

async function readByAll(): Promise<[string, number][]> {
  const read: [string, number][] = []
  for (const staff of people)
    for (const [name, ask] of Object.entries(questions))
      read.push([`${staff.role}: ${name}`, await readBy(staff, ask(staff))])
  return read
}

test('where there are four times as many cases, the queue and a search read no more', async () => {
  await add(1, 2500)
  const few = new Map(await readByAll())
  await add(2501, 10_000)
  for (const [name, read] of await readByAll()) expect(read, name).toBeLessThan(few.get(name)! * 1.1 + 50)
})
