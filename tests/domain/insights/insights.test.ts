import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { weeklyCounts, weeklyHexagons } from '#db/schema/insights.ts'
import { organisations } from '#db/schema/staff.ts'
import { moves, submissionCommitments, submissions } from '#db/schema/submissions.ts'
import { countWorkloads } from '#app/domain/insights/count-workloads.server.ts'
import { countWeek } from '#app/domain/insights/count-week.server.ts'
import { insightsFilter } from '#app/domain/insights/input.server.ts'
import { insightsOf } from '#app/domain/insights/insights.server.ts'
import { visibleFigures } from '#app/domain/insights/visible-figures.server.ts'
import { weeksAfter } from '#app/domain/insights/weeks.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { answeredAt, cameAt, momentIn, ownWeek } from '../../support/count-ahead.ts'
import { makePledge } from '../../support/make-pledge.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let analyst: Staff, coordinator: Staff, commitmentId: string

beforeAll(async () => {
  ;[analyst, coordinator] = [await makeStaff('analyst'), await makeStaff('coordinator')]
  ;({ commitmentId } = await makePledge())
})

const asked = (query: Record<string, string> = {}) => insightsFilter.parse({ weeks: '4', ...query })
const figuresIn = (week: string, query: Record<string, string> = {}, staff = analyst) =>
  insightsOf(staff, asked(query), momentIn(week, 2))
const many = (count: number) => Array.from({ length: count }, (_, n) => n)

test('what came, was answered, was linked and was felt in a week is told in fives, with the days that it took', async () => {
  const week = ownWeek()
  for (const n of many(12)) {
    const id = await cameAt({ at: momentIn(weeksAfter(week, -1)), areaCode: '606' })
    if (n < 11) await answeredAt(coordinator, id, momentIn(week, n % 6), n < 6 ? 'yes' : 'no')
    const link = { submissionId: id, commitmentId, staffId: coordinator.id }
    if (n < 7) await as({ as: 'seed' }, (tx) => tx.insert(submissionCommitments).values(link))
  }
  for (const one of [weeksAfter(week, -1), week]) await countWeek(one)
  const { whole, weeks, areas, categories, languages, countedAt } = await figuresIn(week)
  expect(whole).toMatchObject({ received: 10, answered: 10, linked: 5, unlinked: 5 })
  expect(whole.heard).toEqual({ yes: 5, partly: null, no: 5 })
  expect(weeks.map(({ received, answered }) => [received, answered])).toEqual([
    ...[
      [null, null],
      [null, null],
      [10, null],
      [null, 10],
    ],
  ])
  expect(areas).toMatchObject([{ key: '606', received: 10 }])
  expect(categories).toMatchObject([{ key: 'lighting', received: 10 }])
  expect(languages).toMatchObject([{ key: 'sv', received: 10 }])
  // Seven days lie between the Mondays; the eleven took 7 to 12 days, two of each but the last.
  expect([whole.median, whole.ninth]).toEqual([9, 11])
  expect(Date.now() - countedAt!.getTime()).toBeLessThan(60_000)
})

test('fewer than five are told by nothing, and fewer than ten answers by no time', async () => {
  const week = ownWeek()
  for (const n of many(4)) {
    const id = await cameAt({ at: momentIn(week), lat: 57.7803, lon: 12.0358 })
    await answeredAt(coordinator, id, momentIn(week, n), 'yes')
  }
  await countWeek(week)
  const { whole, weeks, areas, hexagons } = await figuresIn(week)
  expect(whole).toEqual({
    ...{ received: null, answered: null, linked: null, unlinked: null, linkedShare: null, median: null, ninth: null },
    heard: { yes: null, partly: null, no: null },
  })
  // Not even that something came from there.
  expect(hexagons).toEqual([])
  expect(JSON.stringify([weeks, areas])).not.toMatch(/"(received|answered|count)":[0-9]/)
})

test('they are narrowed by area, category, language and who received them', async () => {
  const week = ownWeek()
  for (let n = 0; n < 5; n++) {
    await cameAt({ at: momentIn(week), areaCode: '606', category: 'lighting', writtenIn: 'ar' })
    await cameAt({ at: momentIn(week), areaCode: '603', category: 'traffic', writtenIn: 'so' })
  }
  await countWeek(week)
  const received = async (query: Record<string, string>) => (await figuresIn(week, query)).whole.received
  expect(await received({})).toBe(10)
  const narrower: Record<string, string>[] = [{ area: '606' }, { category: 'traffic' }, { language: 'ar' }]
  for (const one of [...narrower, { authority: 'polisen' }]) expect(await received(one), JSON.stringify(one)).toBe(5)
  expect(await received({ area: '606', category: 'traffic' })).toBeNull()
  expect(await received({ area: 'nowhere', category: 'nothing', language: 'xx', weeks: '7' })).toBe(10)
})

test('spam is not counted, and what is kept no more is gone from the figures when they are counted again', async () => {
  const week = ownWeek()
  const ids: string[] = []
  for (let n = 0; n < 6; n++) ids.push(await cameAt({ at: momentIn(week), lat: 57.7803, lon: 12.0358 }))
  await countWeek(week)
  expect((await figuresIn(week)).hexagons).toMatchObject([{ count: 5 }])
  await as({ as: 'seed' }, async (tx) => {
    await tx.update(submissions).set({ spamAt: new Date() }).where(eq(submissions.id, ids[0]!))
    await tx.delete(moves).where(eq(moves.submissionId, ids[1]!))
    await tx.delete(submissions).where(eq(submissions.id, ids[1]!))
  })
  await countWeek(week)
  const rows = (table: typeof weeklyCounts | typeof weeklyHexagons) =>
    as({ as: 'seed' }, (tx) => tx.select().from(table).where(eq(table.week, week)))
  expect(await rows(weeklyCounts)).toMatchObject([{ received: 4 }])
  expect(await rows(weeklyHexagons)).toMatchObject([{ count: 4 }])
})

test('what lies with an organisation is told of it as a whole, and of nobody in it', async () => {
  const place = { areaCode: '611', at: new Date(Date.now() - 40 * 86_400_000) }
  for (const n of many(10)) {
    const id = await cameAt({ ...place, status: n < 5 ? 'waiting_for_resident' : 'in_progress' })
    const has = { assigneeId: coordinator.id }
    await as({ as: 'seed' }, (tx) => tx.update(submissions).set(has).where(eq(submissions.id, id)))
  }
  await countWorkloads()
  const { workloads } = await insightsOf(analyst, asked({ area: '611' }))
  const own = workloads.find(({ organisation }) => organisation === coordinator.organisationName)!
  expect(own.open).toBeGreaterThanOrEqual(10)
  expect(own.waiting).toBeGreaterThanOrEqual(5)
  expect(own.old).toBeGreaterThanOrEqual(10)
  expect(JSON.stringify(workloads)).not.toContain(coordinator.name)
})

test('every organisation stands there by its name whether nothing lies with it, or four', async () => {
  const organisation = `workload-${crypto.randomUUID().slice(0, 8)}`
  await as({ as: 'seed' }, (tx) =>
    tx
      .insert(organisations)
      .values({ slug: organisation, name: organisation, kind: 'municipal', authority: 'goteborg' }),
  )
  const member = await makeStaff('coordinator', organisation)
  const readers = [analyst, coordinator, await makeStaff('officer'), await makeStaff('officer', 'polisen', ['606'])]
  const seen = async () => {
    await countWorkloads()
    const all = await Promise.all(readers.map(async (staff) => (await insightsOf(staff, asked())).workloads))
    return all.map((rows) => ({
      names: rows.map(({ slug }) => slug),
      own: rows.find(({ slug }) => slug === organisation),
    }))
  }
  const withNone = await seen()
  for (const [n, { own }] of withNone.entries())
    expect(own, readers[n]!.role).toMatchObject({ organisation, open: null, unassigned: null, old: null, routed: null })
  for (const n of many(4)) {
    const { id, ref } = await makeSubmission({ status: 'in_progress', category: n % 2 ? 'lighting' : 'violence' })
    const has = { assigneeId: member.id }
    await as({ as: 'seed' }, (tx) => tx.update(submissions).set(has).where(eq(submissions.id, id)))
    if (n % 2) await route(coordinator, ref, { organisation })
  }
  expect(await seen()).toEqual(withNone)
})

test('each sees, in her queries and without any, the figures that are hers', async () => {
  const week = ownWeek()
  for (const areaCode of ['603', '606'])
    for (const category of ['lighting', 'traffic'] as const) await cameAt({ at: momentIn(week), areaCode, category })
  await countWeek(week)
  const persons: [Staff, number][] = [
    [analyst, 4],
    [coordinator, 2],
    [await makeStaff('officer'), 2],
    [await makeStaff('officer', 'polisen', ['606']), 1],
    [await makeStaff('coordinator', 'trygghetssamordningen', ['609']), 0],
    [await makeStaff('officer', 'poseidon'), 0],
    [await makeStaff('analyst', 'gardstensbostader'), 0],
    ...(await Promise.all(
      (['partner', 'organiser', 'admin', 'registrar'] as const).map(async (role): Promise<[Staff, number]> => [
        await makeStaff(role),
        0,
      ]),
    )),
  ]
  const own = eq(weeklyCounts.week, week)
  for (const [staff, count] of persons) {
    const who = `${staff.role} of ${staff.organisation} ${staff.areas.join()}`
    expect(await as(staff, (tx) => tx.$count(weeklyCounts, own)), who).toBe(count)
    // An analyst of a company cannot be made; if there were one, the database alone would stop her.
    if (staff.organisationKind === 'company') continue
    const rows = await as({ as: 'seed' }, (tx) => tx.select().from(weeklyCounts).where(own))
    const visible = await as({ as: 'seed' }, (tx) =>
      tx.select().from(weeklyCounts).where(visibleFigures(staff, weeklyCounts)),
    )
    const seen = visible.filter((row) => rows.some((one) => one.week === row.week))
    expect(seen.length, who).toBe(count)
  }
})
