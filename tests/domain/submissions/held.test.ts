import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { submissions, type HeldReason } from '#db/schema/submissions.ts'
import { findBellOfSubmission, findUnconfirmedBell } from '#app/domain/bells/queries.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { heldReasons } from '#app/domain/submissions/held-reasons.server.ts'
import { holdLikeness } from '#app/domain/submissions/hold-likeness.server.ts'
import { markSpam } from '#app/domain/submissions/mark-spam.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { queueCounts } from '#app/domain/submissions/queue-counts.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import { queue } from '#app/domain/submissions/queue.server.ts'
import { releaseHeld } from '#app/domain/submissions/release-held.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { unmarkSpam } from '#app/domain/submissions/unmark-spam.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, officer: Staff, registrar: Staff
beforeAll(async () => {
  ;[coordinator, officer, registrar] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('officer'),
    makeStaff('registrar'),
  ])
})

const tokenOf = (secondsAgo: number) => formTokenOfOurs(Date.now() - secondsAgo * 1000)
/** A visitor whom no other test is. */
const somebody = () => crypto.randomUUID()
const posted = async (more: object = {}) => ({
  formToken: await tokenOf(60),
  visitor: somebody(),
  place: 'nowhere',
  ...more,
})

const rowOf = async (id: string) => {
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  return row!
}

/** A submission that is held, with a bell that is confirmed or waits to be. */
async function makeHeld(reasons: HeldReason[] = ['too-fast'], wanted: Parameters<typeof makeSubmission>[0] = {}) {
  const made = await makeSubmission({ contactEmail: `${crypto.randomUUID()}@example.org`, ...wanted })
  const bell = await as({ as: 'seed' }, async (tx) => {
    await tx.update(submissions).set({ heldFor: reasons }).where(eq(submissions.id, made.id))
    const [row] = await tx.select({ id: bells.id }).from(bells).where(eq(bells.submissionId, made.id))
    return row!
  })
  return { ...made, bellId: bell.id }
}

const confirm = (bellId: string) =>
  as({ as: 'seed' }, (tx) => tx.update(bells).set({ confirmedAt: new Date() }).where(eq(bells.id, bellId)))

const jobsFor = (name: string, key: string, id: string) =>
  as({ as: 'seed' }, (tx) =>
    tx.execute(`select 1 from pgboss.job where name = '${name}' and data->>'${key}' = '${id}'`),
  )

test('what a person writes in her own time is not held', async () => {
  expect(await heldReasons(await posted())).toEqual([])
})

test('a form that fills the hidden field, or comes back at once, is held', async () => {
  expect(await heldReasons(await posted({ website: 'https://example.org' }))).toEqual(['honeypot'])
  expect(await heldReasons(await posted({ website: '  ' }))).toEqual([])
  expect(await heldReasons(await posted({ formToken: await tokenOf(1) }))).toEqual(['too-fast'])
  expect(await heldReasons(await posted({ formToken: await tokenOf(4) }))).toEqual([])
})

test('the sixth from one visitor in an hour is held, and nobody else for it', async () => {
  const visitor = somebody()
  for (let sent = 1; sent <= 5; sent++) expect(await heldReasons(await posted({ visitor }))).toEqual([])
  expect(await heldReasons(await posted({ visitor }))).toEqual(['many-from-one-visitor'])
  expect(await heldReasons(await posted())).toEqual([])
})

test('the forty-first about one area in an hour is held, wherever it comes from and however the place was told', async () => {
  for (let sent = 1; sent <= 40; sent++)
    expect(await heldReasons(await posted({ place: undefined, areaCode: '611' }))).toEqual([])
  expect(await heldReasons(await posted({ place: undefined, areaCode: '611' }))).toEqual(['many-in-area'])
  expect(await heldReasons(await posted({ place: undefined, lat: 57.8268, lon: 12.14173 }))).toEqual(['many-in-area'])
  expect(await heldReasons(await posted({ place: undefined, areaCode: '610' }))).toEqual([])
})

test.each([
  ['word for word', 'Köp billiga klockor hos oss', 'Köp billiga klockor hos oss'],
  [
    'nearly',
    'Köp billiga klockor hos oss i dag till ett mycket bra pris',
    'Köp billiga klockor hos oss i dag, till ett mycket bra pris!',
  ],
  [
    'in Arabic',
    'اشتروا الساعات الرخيصة من عندنا اليوم بسعر ممتاز جدا',
    'اشتروا الساعات الرخيصة من عندنا اليوم بسعر ممتاز جدا!',
  ],
  ['in smileys', '😡😡😡😡', '😡😡😡😡'],
])('the second that says the same, %s, is held, and the first is not', async (_, first, second) => {
  const [one, other] = [await makeSubmission({ body: first }), await makeSubmission({ body: second })]
  for (let run = 0; run < 2; run++) for (const { id } of [other, one]) await holdLikeness(id)
  expect((await rowOf(one.id)).heldFor).toEqual([])
  expect((await rowOf(other.id)).heldFor).toEqual(['like-another'])
  expect((await auditOf(other.id)).filter(({ event }) => event === 'submission-held')).toHaveLength(1)
})

test('who tells of the same place in other words is not held', async () => {
  const one = await makeSubmission({ body: 'Trappan vid biblioteket är halkig och saknar räcke.' })
  const other = await makeSubmission({ body: 'Det är så halt i trappan ner mot bion att min mamma föll i går.' })
  for (const { id } of [one, other]) await holdLikeness(id)
  expect((await rowOf(other.id)).heldFor).toEqual([])
})

test('what somebody has begun to read is not held for its likeness', async () => {
  const body = `Samma ord igen ${somebody()}`
  await makeSubmission({ body })
  const other = await makeSubmission({ body, status: 'screening' })
  await holdLikeness(other.id)
  expect((await rowOf(other.id)).heldFor).toEqual([])
})

test('what is held stands after the others in the queue, can be found by itself, and is counted by itself', async () => {
  const ask = (more: object) => queue(coordinator, queueFilter.parse({ area: '609', category: 'vehicles', ...more }))
  const { held: heldBefore } = await ask({})
  const held = await makeHeld(['honeypot'], { areaCode: '609', category: 'vehicles' })
  const later = await makeSubmission({ areaCode: '609', category: 'vehicles' })
  const own = [held.ref, later.ref]
  const refs = async (more: object) => (await ask(more)).rows.map(({ ref }) => ref).filter((ref) => own.includes(ref))
  expect(await refs({})).toEqual([later.ref, held.ref])
  expect(await refs({ held: 'yes' })).toEqual([held.ref])
  expect(await refs({ held: 'no' })).toEqual([later.ref])
  expect((await ask({})).held).toEqual({ count: heldBefore.count + 1, more: false })

  const before = await queueCounts(coordinator)
  await releaseHeld(coordinator, held.ref)
  const after = await queueCounts(coordinator)
  expect([after.held.count, after.unscreened.count]).toEqual([before.held.count - 1, before.unscreened.count + 1])
  expect((await refs({})).sort()).toEqual([...own].sort())
})

test('a resident sees nothing of it when hers is held', async () => {
  const [held, free] = [await makeHeld(['honeypot', 'like-another']), await makeSubmission()]
  const [one, other] = [await threadUnderCode(held.hash), await threadUnderCode(free.hash)]
  expect(Object.keys(one!.submission)).toEqual(Object.keys(other!.submission))
  expect(JSON.stringify(one)).not.toMatch(/held|honeypot|spam/i)
})

test('what is held is released by who may, once, with a line in the audit', async () => {
  const { ref, id, bellId } = await makeHeld(['honeypot', 'too-fast'])
  await expect(releaseHeld(registrar, ref)).rejects.toThrow()
  expect(await releaseHeld(officer, ref)).toEqual({ refused: 'not-found' })
  expect(await releaseHeld(coordinator, ref)).toEqual({ released: true })
  expect(await releaseHeld(coordinator, ref)).toEqual({ refused: 'changed-meanwhile' })
  expect((await findForStaff(coordinator, ref))?.heldFor).toEqual([])
  expect((await auditOf(id)).at(-1)).toEqual({
    event: 'submission-released',
    staffId: coordinator.id,
    details: { reasons: 'honeypot too-fast' },
  })
  expect(await jobsFor('confirm-bell', 'bellId', bellId)).toHaveLength(2)
})

test('somebody who begins to work on it, or writes to the resident, has said that it is no spam', async () => {
  const [one, other] = [await makeHeld(), await makeHeld()]
  await move(coordinator, one.ref, { from: 'received', to: 'screening' })
  expect((await rowOf(one.id)).heldFor).toEqual(['too-fast'])
  await move(coordinator, one.ref, { from: 'screening', to: 'in_progress' })
  expect((await rowOf(one.id)).heldFor).toEqual([])
  await reply(coordinator, other.ref, { message: 'Vad menar du?', formToken: await tokenOf(60) })
  expect((await rowOf(other.id)).heldFor).toEqual([])
})

test('no bell rings for what is held or spam, and no mail goes out for what a machine has sent', async () => {
  const { id, ref, bellId } = await makeHeld(['too-fast'])
  expect((await findUnconfirmedBell(bellId))?.id).toBe(bellId)
  await confirm(bellId)
  expect(await findBellOfSubmission(id)).toBeUndefined()
  await releaseHeld(coordinator, ref)
  expect((await findBellOfSubmission(id))?.id).toBe(bellId)
  await markSpam(coordinator, ref, { from: 'received', reason: 'Nej' })
  expect(await findBellOfSubmission(id)).toBeUndefined()
  expect(await jobsFor('message-to-resident', 'submissionId', id)).toHaveLength(0)

  const machine = await makeHeld(['honeypot'])
  expect(await findUnconfirmedBell(machine.bellId)).toBeUndefined()
})

test('spam is not pursued, with a kind reason for the resident, keeps why it was caught, and is never deleted', async () => {
  const { ref, id, hash } = await makeHeld(['like-another'])
  await expect(markSpam(registrar, ref, { from: 'received', reason: 'Nej' })).rejects.toThrow()
  const marked = { from: 'received', reason: 'Vi förstod inte.' } as const
  expect(await markSpam(coordinator, ref, { ...marked, from: 'screening' })).toEqual({ refused: 'changed-meanwhile' })
  expect(await markSpam(coordinator, ref, marked)).toEqual({ marked: true })
  expect(await markSpam(coordinator, ref, { ...marked, from: 'not_pursued' })).toEqual({ refused: 'wrong-status' })
  expect(await rowOf(id)).toMatchObject({ status: 'not_pursued', heldFor: ['like-another'] })
  expect((await rowOf(id)).spamAt).toBeInstanceOf(Date)
  expect((await threadUnderCode(hash))?.moves).toMatchObject([{ toStatus: 'not_pursued', reason: 'Vi förstod inte.' }])
  expect((await auditOf(id)).map(({ event }) => event)).toContain('spam-marked')
})

test('a mark of spam is taken back: somebody works on it, and it is held no longer', async () => {
  const { ref, id } = await makeHeld()
  expect(await unmarkSpam(coordinator, ref)).toEqual({ refused: 'changed-meanwhile' })
  await markSpam(coordinator, ref, { from: 'received', reason: 'Vi förstod inte.' })
  expect(await unmarkSpam(coordinator, ref)).toEqual({ unmarked: true })
  expect(await rowOf(id)).toMatchObject({ status: 'in_progress', spamAt: null, heldFor: [] })
  expect((await auditOf(id)).at(-1)).toMatchObject({ event: 'spam-unmarked', staffId: coordinator.id })
})

test('moving spam back by hand takes the mark away too', async () => {
  const { ref, id } = await makeHeld()
  await markSpam(coordinator, ref, { from: 'received', reason: 'Vi förstod inte.' })
  await move(coordinator, ref, { from: 'not_pursued', to: 'in_progress' })
  expect(await rowOf(id)).toMatchObject({ spamAt: null, heldFor: [] })
})

test('what is held or spam is never published, and what was published vanishes when it is marked', async () => {
  const published = { title: 'En lampa', body: 'En lampa är trasig.' }
  const { ref, id } = await makeSubmission({ status: 'in_progress', published })
  expect(await markSpam(coordinator, ref, { from: 'in_progress', reason: 'Vi förstod inte.' })).toEqual({
    marked: true,
  })
  expect(await rowOf(id)).toMatchObject({ publishedAt: null, cell: null, vicinity: null })
  expect(await publish(coordinator, ref)).toEqual({ refused: 'held' })

  const caught = await makeSubmission({ status: 'in_progress' })
  const text = { publicTitle: { sv: 'En lampa' }, publicBody: { sv: 'En lampa är trasig.' } }
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(submissions)
      .set({ heldFor: ['like-another'], ...text })
      .where(eq(submissions.id, caught.id)),
  )
  expect(await publish(coordinator, caught.ref)).toEqual({ refused: 'held' })
})
