import fc from 'fast-check'
import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { photos } from '#db/schema/photos.ts'
import { messages, statuses, submissions } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { link } from '#app/domain/submissions/link.server.ts'
import { mostCounted } from '#app/domain/submissions/queue-counts.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { comparePlaces, readPlace, writePlace } from '#app/domain/submissions/queue-place.ts'
import { pageLength } from '#app/domain/submissions/queue-places.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { openStatuses } from '#app/domain/submissions/statuses.ts'
import { unlink } from '#app/domain/submissions/unlink.server.ts'
import { dayOf, daysAfter, lastDayOfWeek } from '#app/domain/submissions/working-days.server.ts'
import { everythingInQueue } from '../../support/everything-in-queue.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makePledge } from '../../support/make-pledge.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, officer: Staff, youth: Staff, company: Staff

beforeAll(async () => {
  ;[coordinator, officer, youth, company] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('officer'),
    makeStaff('partner', 'faltenheten'),
    makeStaff('partner', 'gardstensbostader'),
  ])
})

const seed = { as: 'seed' } as const
const change = (id: string, set: Partial<typeof submissions.$inferInsert>) =>
  as(seed, (tx) => tx.update(submissions).set(set).where(eq(submissions.id, id)))
const urgencyOf = async (id: string) => {
  const { urgency } = submissions
  const [row] = await as(seed, (tx) => tx.select({ urgency }).from(submissions).where(eq(submissions.id, id)))
  return row!.urgency
}
const writes = (id: string) =>
  as(seed, (tx) => tx.insert(messages).values({ submissionId: id, sender: 'resident', body: 'Har ni sett det här?' }))

/** The order in which the queue shows some of what it holds. */
async function orderOf(staff: Staff, asked: Record<string, string>, own: string[]) {
  return (await everythingInQueue(staff, asked)).filter((ref) => own.includes(ref))
}

test('what is open in the status machine is what the queue counts as open', async () => {
  for (const status of statuses.filter((one) => one !== 'merged')) {
    const { id } = await makeSubmission({ status })
    expect((await urgencyOf(id)) < 40, status).toBe((openStatuses as readonly string[]).includes(status))
  }
})

test('what needs a person next comes first, in each state what is due first, and of what is settled the last that became so', async () => {
  const place = { areaCode: '605', category: 'upkeep' } as const
  const made = async (status: 'received' | 'in_progress' | 'waiting_for_resident' | 'reopen_requested' | 'answered') =>
    makeSubmission({ ...place, status })
  const [second, first] = [await made('received'), await made('received')]
  await change(first.id, { dueOn: '2020-01-01' })
  const [waiting, working, written, again] = [
    await made('waiting_for_resident'),
    await made('in_progress'),
    await made('in_progress'),
    await made('reopen_requested'),
  ]
  await writes(written.id)
  const [before, last] = [await made('answered'), await made('answered')]
  await change(before.id, { statusAt: new Date('2020-01-01') })
  const own = [first, second, again, written, working, waiting, last, before].map(({ ref }) => ref)
  expect(await orderOf(coordinator, { status: 'all', area: '605' }, own)).toEqual(own)
  const { rows } = await queue(coordinator, queueFilter.parse({ area: '605', lastWord: 'resident' }))
  expect(rows.filter(({ ref }) => own.includes(ref))).toMatchObject([{ ref: written.ref, replyWaits: true }])
})

test('what presses comes before all others that are open, then the late, then what can wait; what waits for a resident and what is held after them', async () => {
  const place = { areaCode: '611', category: 'violence', status: 'in_progress' } as const
  const made = async (set: Partial<typeof submissions.$inferInsert>) => {
    const { id, ref } = await makeSubmission(place)
    await change(id, set)
    return ref
  }
  const [held, waiting, low, normal, late, high] = [
    await made({ priority: 'high', heldFor: ['too-fast'] }),
    await made({ priority: 'high', status: 'waiting_for_resident' }),
    await made({ priority: 'low', dueOn: '2020-01-01' }),
    await made({ priority: 'normal' }),
    await made({ dueOn: '2020-01-01' }),
    await made({ priority: 'high' }),
  ]
  const own = [high, late, normal, low, waiting, held]
  expect(await orderOf(officer, { area: '611' }, own)).toEqual(own)
})

test('our own reply lets it stand among the others again', async () => {
  const { id, ref } = await makeSubmission({ status: 'in_progress' })
  await writes(id)
  expect(await urgencyOf(id)).toBe(7)
  const formToken = await formTokenOfOurs()
  expect(await reply(coordinator, ref, { message: 'Vi tittar på det.', formToken })).not.toHaveProperty('refused')
  expect(await urgencyOf(id)).toBe(8)
})

describe('page by page', () => {
  const made: string[] = []
  beforeAll(async () => {
    for (let i = 0; i < pageLength + 12; i++)
      made.push(
        (await makeSubmission({ areaCode: '610', category: 'fires', status: i % 3 ? 'received' : 'closed' })).ref,
      )
  }, 60_000)

  test('everything is shown once, forwards and back, also what shares a moment with others', async () => {
    const asked = { status: 'all', area: '610', category: 'fires' }
    const forwards = await everythingInQueue(officer, asked)
    expect(new Set(forwards).size).toBe(forwards.length)
    expect(made.every((ref) => forwards.includes(ref))).toBe(true)
    const first = await queue(officer, queueFilter.parse(asked))
    expect(first.previous).toBeUndefined()
    const second = await queue(officer, queueFilter.parse({ ...asked, after: first.next }))
    const back = await queue(officer, queueFilter.parse({ ...asked, before: second.previous }))
    expect(back.rows).toEqual(first.rows)
    expect(back.previous).toBeUndefined()
    expect(back.next).toBe(first.next)
  })

  test('what goes meanwhile moves nothing that comes after it', async () => {
    const asked = { area: '610', category: 'fires' }
    const all = await everythingInQueue(officer, asked)
    const first = await queue(officer, queueFilter.parse(asked))
    // Somebody else takes the first of them out of the queue.
    await as(seed, (tx) => tx.update(submissions).set({ status: 'not_pursued' }).where(eq(submissions.ref, all[0]!)))
    const { rows } = first.next
      ? await queue(officer, queueFilter.parse({ ...asked, after: first.next }))
      : { rows: [] }
    expect([...first.rows, ...rows].map(({ ref }) => ref)).toEqual(all.slice(0, first.rows.length + rows.length))
  })
})

test('a place is read from an address as it was written, in the order of places, and nothing else is', () => {
  const place = fc.record({
    urgency: fc.integer({ min: 1, max: 40 }),
    turn: fc.integer({ min: -4e12, max: 4e15 }),
    id: fc.uuid(),
  })
  fc.assert(
    fc.property(place, place, (one, other) => {
      expect(readPlace(writePlace(one))).toEqual({ ...one, turn: one.turn + 0 })
      expect(Math.sign(comparePlaces(one, other))).toBe(-Math.sign(comparePlaces(other, one)) + 0)
    }),
    { seed: 5 },
  )
  for (const nonsense of ['', '1', '1.2', '1.2.3', "1.2.'; select 1", '1.9999999999999999.x', '-1.1.1'])
    expect(readPlace(nonsense)).toBeUndefined()
})

describe('it is narrowed by', () => {
  const place = { areaCode: '604', category: 'vehicles' } as const
  const only = async (staff: Staff, asked: Record<string, string>, own: string[]) =>
    orderOf(staff, { area: '604', ...asked }, own)

  test('who wrote last, and whether there are photos', async () => {
    const [quiet, told, pictured] = [
      await makeSubmission(place),
      await makeSubmission(place),
      await makeSubmission(place),
    ]
    await writes(told.id)
    const picture = { formHash: 'of this test', width: 1, height: 1, digest: 'x', sealed: new Uint8Array([1]) }
    await as(seed, (tx) => tx.insert(photos).values({ submissionId: pictured.id, ...picture }))
    const own = [quiet.ref, told.ref, pictured.ref]
    // They came at the same time.
    const sorted = async (asked: Record<string, string>) => (await only(coordinator, asked, own)).sort()
    expect(await only(coordinator, { lastWord: 'resident' }, own)).toEqual([told.ref])
    expect(await sorted({ lastWord: 'nobody' })).toEqual([quiet.ref, pictured.ref].sort())
    expect(await only(coordinator, { lastWord: 'staff' }, own)).toEqual([])
    expect(await only(coordinator, { photos: 'yes' }, own)).toEqual([pictured.ref])
    expect(await sorted({ photos: 'no' })).toEqual([quiet.ref, told.ref].sort())
  })

  test('its link to a commitment, while it has one', async () => {
    const { slug } = await makePledge()
    const { ref } = await makeSubmission(place)
    await link(coordinator, ref, [slug])
    expect(await only(coordinator, { linked: 'yes' }, [ref])).toEqual([ref])
    await unlink(coordinator, ref, slug)
    expect(await only(coordinator, { linked: 'yes' }, [ref])).toEqual([])
    expect(await only(coordinator, { linked: 'no' }, [ref])).toEqual([ref])
  })

  test('where it was sent, how old it is, its language and working area', async () => {
    const made = await makeSubmission({ ...place, status: 'in_progress' })
    await route(coordinator, made.ref, { organisation: 'faltenheten' })
    const own = [made.ref]
    expect(await only(coordinator, { organisation: 'faltenheten' }, own)).toEqual(own)
    expect(await only(coordinator, { organisation: 'raddningstjansten' }, own)).toEqual([])
    expect(await only(coordinator, { age: 'up-to-week' }, own)).toEqual(own)
    expect(await only(coordinator, { age: 'over-month' }, own)).toEqual([])
    await as(seed, (tx) =>
      tx
        .update(submissions)
        .set({ writtenIn: 'so', createdAt: sql`now() - interval '40 days'` })
        .where(eq(submissions.id, made.id)),
    )
    expect(await only(coordinator, { age: 'over-month', writtenIn: 'so' }, own)).toEqual(own)
    expect(await only(coordinator, { writtenIn: 'ar' }, own)).toEqual([])
    expect(await orderOf(coordinator, { workingArea: 'no-such-place' }, own)).toEqual([])
  })

  test('by when somebody has to act', async () => {
    const today = dayOf(new Date())
    const due = async (dueOn: string | null) => {
      const { id, ref } = await makeSubmission(place)
      await change(id, { dueOn })
      return ref
    }
    const [late, now, sunday, later, never] = [
      await due(daysAfter(today, -1)),
      await due(today),
      await due(lastDayOfWeek(today)),
      await due(daysAfter(lastDayOfWeek(today), 1)),
      await due(null),
    ]
    const own = [late, now, sunday, later, never]
    const isSunday = today === lastDayOfWeek(today)
    expect(await only(coordinator, { deadline: 'overdue' }, own)).toEqual([late])
    expect(await only(coordinator, { deadline: 'today' }, own)).toEqual(isSunday ? [now, sunday] : [now])
    expect(await only(coordinator, { deadline: 'this-week' }, own)).toEqual([now, sunday])
    expect(await only(coordinator, { deadline: 'none' }, own)).toEqual([never])
    // What is settled is due by no day.
    await as(seed, (tx) =>
      tx.update(submissions).set({ status: 'not_pursued', dueOn: null }).where(eq(submissions.ref, late)),
    )
    expect(await only(coordinator, { status: 'all', deadline: 'overdue' }, own)).toEqual([])
    expect(await only(coordinator, { status: 'not_pursued', deadline: 'none' }, own)).toEqual([late])
  })

  test('who has it', async () => {
    const { ref } = await makeSubmission(place)
    expect(await only(coordinator, { assignee: 'nobody' }, [ref])).toEqual([ref])
    await assign(coordinator, ref, { from: null, to: coordinator.id })
    expect(await only(coordinator, { assignee: 'me' }, [ref])).toEqual([ref])
    expect(await only(coordinator, { assignee: 'nobody' }, [ref])).toEqual([])
  })
})

test('what was routed stands by its state and by when it came, and a company is shown no sign of the thread', async () => {
  const place = { category: 'lighting', areaCode: '603', status: 'in_progress' } as const
  const [calm, written] = [await makeSubmission(place), await makeSubmission(place)]
  for (const { ref } of [calm, written]) {
    await route(coordinator, ref, { organisation: 'faltenheten' })
    await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa är trasig.' })
  }
  await writes(written.id)
  // Nobody learns there what presses, or by when we act.
  await change(calm.id, { createdAt: new Date('2020-01-01'), dueOn: '2126-01-01' })
  await change(written.id, { priority: 'high', dueOn: '2020-01-01' })
  const own = [calm.ref, written.ref]
  expect(await orderOf(coordinator, { area: '603' }, own)).toEqual([written.ref, calm.ref])
  for (const staff of [youth, company]) {
    expect(await orderOf(staff, { area: '603' }, own)).toEqual([calm.ref, written.ref])
    expect(await orderOf(staff, { area: '603', deadline: 'overdue' }, own)).toEqual([])
    expect(await orderOf(staff, { area: '603', deadline: 'none' }, own)).toEqual([calm.ref, written.ref])
  }
  expect(await orderOf(youth, { area: '603', lastWord: 'resident' }, own)).toEqual([written.ref])
  for (const asked of ['lastWord=resident', 'photos=yes', 'held=yes', 'writtenIn=sv'])
    expect(await orderOf(company, Object.fromEntries(new URLSearchParams(asked)), own)).toEqual([])
  await change(calm.id, { status: 'waiting_for_resident' })
  expect(await orderOf(company, { area: '603', status: 'waiting_for_resident' }, own)).toEqual([calm.ref])
})

test('who has a case only because it was routed to her is not told how much it presses, nor that it is held or spam', async () => {
  const word = `Vikbom${Date.now().toString(36)}`
  const made = async () => {
    const { id, ref } = await makeSubmission({ areaCode: '605', category: 'upkeep', status: 'in_progress', body: word })
    await route(coordinator, ref, { organisation: 'faltenheten' })
    return { id, ref }
  }
  const [held, spam, high] = [await made(), await made(), await made()]
  await change(held.id, { heldFor: ['too-fast'] })
  await change(spam.id, { spamAt: new Date() })
  await change(high.id, { priority: 'high' })
  const own = [held, spam, high].map(({ ref }) => ref).sort()
  for (const by of [{ area: '605', category: 'upkeep' }, { q: word }]) {
    const shown = async (staff: Staff, asked: Record<string, string> = {}) => {
      const found = await queue(staff, queueFilter.parse({ ...by, ...asked }))
      return { ...found, own: found.rows.map(({ ref }) => ref).filter((ref) => own.includes(ref)) }
    }
    const { rows } = await shown(youth)
    for (const ref of own)
      expect(rows).toContainEqual(expect.objectContaining({ ref, priority: 'normal', held: false, spam: false }))
    expect((await shown(youth, { held: 'no' })).own.sort()).toEqual(own)
    expect(await shown(youth, { held: 'yes' })).toMatchObject({ rows: [], held: { count: 0 } })

    expect((await shown(coordinator)).rows).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ref: held.ref, held: true }),
        expect.objectContaining({ ref: spam.ref, spam: true }),
        expect.objectContaining({ ref: high.ref, priority: 'high' }),
      ]),
    )
    expect((await shown(coordinator, { held: 'yes' })).own).toEqual([held.ref])
  }
})

test('to whom else a case was routed is told to who has received it alone, in the queue and in a search', async () => {
  const word = `Norrgrind${Date.now().toString(36)}`
  const { ref } = await makeSubmission({ areaCode: '605', category: 'traffic', status: 'in_progress', body: word })
  await handOver(officer, ref, { from: 'in_progress', to: 'goteborg', message: 'Hej!' })
  for (const organisation of ['polisen', 'faltenheten', 'raddningstjansten'])
    await route(coordinator, ref, { organisation })
  const ways: Record<string, string>[] = [{ area: '605' }, { q: word }, { q: ref }]
  for (const by of ways) {
    const finds = (staff: Staff, organisation: string) => orderOf(staff, { ...by, organisation }, [ref])
    expect(await finds(youth, 'raddningstjansten')).toEqual([])
    expect(await finds(officer, 'raddningstjansten')).toEqual([])
    expect(await finds(youth, 'faltenheten')).toEqual([ref])
    expect(await finds(officer, 'polisen')).toEqual([ref])
    expect(await finds(coordinator, 'raddningstjansten')).toEqual([ref])
  }
})

test('nothing is counted further than it says', async () => {
  const { tabs, held } = await queue(coordinator, queueFilter.parse({ status: 'all' }))
  for (const { count } of tabs) expect(count).toBeLessThanOrEqual(mostCounted)
  expect(held.count).toBeLessThanOrEqual(mostCounted)
})
