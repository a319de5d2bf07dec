import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { removeCases } from '../../support/remove-cases.ts'

const seed = { as: 'seed' } as const
/** What stands in the cases of this test and in no others. */
const [mark, word] = [randomUUID(), `sk${randomUUID().replaceAll(/[^a-f]/g, '')}olv`]
let coordinator: Staff, limited: Staff, youth: Staff, company: Staff

type Kind = { area?: string; category?: string; status?: string; days: number; many?: number; authority?: string }

/** Cases that hold the word, so many days old, routed to a partner and a company. */
const add = ({
  area = '606',
  category = 'lighting',
  status = 'received',
  days,
  many = 1,
  authority = 'goteborg',
}: Kind) =>
  as(seed, async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`)
    const made = await tx.execute<{ ref: string }>(sql`insert into submissions (ref, kind, category, status,
        receiving_authority, language, body, area_code, code_hash, code_public_key, created_at, screened_at, routed_to)
      select 'NARR-' || gen_random_uuid(), 'concern', ${category}, ${status}, ${authority}, 'sv', ${`Vid ${word} är det mörkt.`},
        ${area}, ${mark} || gen_random_uuid(), '', now() - ${`${days} days`}::interval - i * interval '1 second', now(),
        '{faltenheten,gardstensbostader}'
      from generate_series(1, ${many}::int) i returning ref`)
    // What is placed there is copied by a trigger.
    await tx.execute(sql`set local session_replication_role = origin`)
    await tx.execute(sql`insert into routings (submission_id, organisation, staff_id, rewritten_body)
      select id, organisation, ${coordinator.id}, case when organisation = 'gardstensbostader' then 'Vid ' || ${word}::text end
      from submissions, unnest(routed_to) as organisation where code_hash like ${`${mark}%`} and ref = any(${`{${made.map(({ ref }) => ref).join(',')}}`}::text[])`)
    return made.map(({ ref }) => ref)
  })

let ofArea: string[], ofCategory: string[], ofState: string[], old: string[], elsewhere: string[]

beforeAll(async () => {
  ;[coordinator, limited, youth, company] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('coordinator', undefined, ['606']),
    makeStaff('partner', 'faltenheten'),
    makeStaff('partner', 'gardstensbostader'),
  ])
  await add({ days: 1, many: 510 })
  ofArea = await add({ area: '609', days: 60 })
  ofCategory = await add({ category: 'traffic', days: 61 })
  ofState = await add({ status: 'in_progress', days: 62, many: 3 })
  old = await add({ days: 100 })
  elsewhere = await add({ area: '609', days: 63, authority: 'polisen' })
}, 60_000)

afterAll(() => removeCases(mark))

const search = (staff: Staff, asked: Record<string, string>) =>
  queue(staff, queueFilter.parse({ status: 'all', q: word, ...asked }))
const refsOf = async (staff: Staff, asked: Record<string, string>) =>
  (await search(staff, asked)).rows.map(({ ref }) => ref).sort()

test('a case older than five hundred newer hits is found by its area, its category, its state or its age', async () => {
  expect(await refsOf(coordinator, { area: '609' })).toEqual(ofArea)
  expect(await refsOf(coordinator, { workingArea: 'gardsten', area: '606' })).toEqual([])
  expect(await refsOf(coordinator, { category: 'traffic' })).toEqual(ofCategory)
  expect(await refsOf(coordinator, { status: 'in_progress' })).toEqual([...ofState].sort())
  expect(await refsOf(coordinator, { age: 'over-quarter' })).toEqual(old)
  expect(await refsOf(coordinator, { age: 'over-month' })).toEqual(
    [...ofArea, ...ofCategory, ...ofState, ...old].sort(),
  )
  expect(
    await refsOf(coordinator, { age: 'over-month', assignee: 'nobody', lastWord: 'nobody', photos: 'no' }),
  ).toHaveLength(6)
  expect(await refsOf(coordinator, { photos: 'yes' })).toEqual([])
})

test('what is routed is narrowed so as well, for a partner and for a company; and nobody is shown what lies beyond her reach', async () => {
  // What the police has received they read where it was sent to them.
  const sent = [...ofArea, ...elsewhere].sort()
  for (const staff of [youth, company]) {
    expect(await refsOf(staff, { area: '609' }), staff.organisation).toEqual(sent)
    expect(await refsOf(staff, { status: 'in_progress' }), staff.organisation).toEqual([...ofState].sort())
  }
  expect(await refsOf(limited, { area: '609' })).toEqual([])
  const within = async (staff: Staff, signs: string) => {
    const rows = await as(staff, (tx) =>
      tx.execute<{ ref: string }>(sql`select s.ref from search_submissions(${word}, 1000, ${signs}::text[]) as found
        join submissions s on s.id = found`),
    )
    return rows.map(({ ref }) => ref).sort()
  }
  expect(await within(coordinator, '{area 609}')).toEqual(ofArea)
  expect(await within(limited, '{area 609}')).toEqual([])
})

test('the counts of a search are those of its filters, and say where there are more', async () => {
  const countsOf = async (asked: Record<string, string>) => {
    const { tabs, cut } = await search(coordinator, asked)
    return {
      cut,
      ...Object.fromEntries(tabs.map(({ status, count, more }) => [status, more ? `${count}+` : `${count}`])),
    }
  }
  expect(await countsOf({ area: '609' })).toMatchObject({ cut: false, all: '1', open: '1', received: '1', closed: '0' })
  expect(await countsOf({ age: 'over-month' })).toMatchObject({ cut: false, all: '6', received: '3', in_progress: '3' })
  // In one state all are counted, in the others there may be more.
  expect(await countsOf({ status: 'in_progress' })).toMatchObject({ cut: false, in_progress: '3', received: '500+' })
  expect(await countsOf({})).toMatchObject({ cut: true, all: '500+', received: '500+', in_progress: '0+' })
})
