import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { as } from '#db/client.server.ts'
import { plans } from '#db/schema/plans.ts'
import { responses, type Category } from '#db/schema/submissions.ts'
import { staff as people } from '#db/schema/staff.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { approvePlan } from '#app/domain/submissions/approve-plan.server.ts'
import { cancelPlan } from '#app/domain/submissions/cancel-plan.server.ts'
import { carryOut, carryOutDue } from '#app/domain/submissions/carry-out.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { categoriesWithFourEyes, needsSecond } from '#app/domain/submissions/four-eyes.server.ts'
import { giveAnswer } from '#app/domain/submissions/give-answer.server.ts'
import { lockReceived } from '#app/domain/submissions/lock-for-staff.server.ts'
import { momentAt } from '#app/domain/submissions/planned-time.ts'
import { plan } from '#app/domain/submissions/plan.server.ts'
import { plansOf } from '#app/domain/submissions/plans-of.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { findPublished } from '#app/domain/submissions/published.server.ts'
import { setFourEyes } from '#app/domain/submissions/set-four-eyes.server.ts'
import { showInPublic } from '#app/domain/submissions/show-in-public.server.ts'
import { markOf, writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import { settings } from '#app/settings.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { editPhoto } from '#app/domain/photos/edit-photo.server.ts'
import { setPhotoState } from '#app/domain/photos/set-photo-state.server.ts'
import { unpublish } from '#app/domain/submissions/unpublish.server.ts'
import { askForTwo } from '../../support/four-eyes.ts'
import { sentPhoto } from '../../support/make-photo.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let admin: Staff, coordinator: Staff, colleague: Staff, officer: Staff
beforeAll(async () => {
  ;[admin, coordinator, colleague, officer] = await Promise.all([
    makeStaff('admin'),
    makeStaff('coordinator'),
    makeStaff('coordinator'),
    makeStaff('officer'),
  ])
})

const { mode } = settings()
afterEach(async () => {
  settings().mode = mode
  await askForTwo(admin, [])
})

/** As where people work in earnest: in trial mode nobody needs a second person. */
const inEarnest = async (category: Category) => {
  settings().mode = 'production'
  await askForTwo(admin, [category])
}

const given = { body: { sv: 'Vi byter lampan.' }, audience: 'public', after: 0 } as const
const later = () => new Date(Date.now() + 60 * 60_000)
const after = (hours: number) => new Date(Date.now() + hours * 60 * 60_000)
const answersOf = (id: string) => as({ as: 'seed' }, (tx) => tx.$count(responses, eq(responses.submissionId, id)))
const write = async (ref: string, text: string) =>
  writePublicText(coordinator, ref, {
    ...{ title: { sv: text }, body: { sv: text }, seen: markOf((await findForStaff(coordinator, ref))!) },
  })

test('an answer that was planned is given when its time has come, exactly once, by however many workers', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  const planned = await answer(coordinator, ref, { ...given, at: later() })
  if (!('planned' in planned)) throw new Error('not planned')
  expect(await carryOut(planned.planned)).toBe(false)
  await carryOutDue()
  expect(await answersOf(id)).toBe(0)
  const now = after(2)
  await Promise.all([
    carryOut(planned.planned, now),
    carryOutDue(now),
    carryOut(planned.planned, now),
    carryOutDue(now),
  ])
  expect(await answersOf(id)).toBe(1)
  expect((await findForStaff(colleague, ref))?.status).toBe('answered')
  const [row] = await plansOf(colleague, id)
  expect(row).toMatchObject({ ended: 'done', byName: coordinator.name })
  const lines = (await auditOf(id)).filter(({ event }) => event === 'answer-given')
  expect(lines).toMatchObject([{ staffId: coordinator.id }])
})

test('a submission that was planned to be published is shown when its time has come', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  expect(await publish(coordinator, ref, { at: later() })).toEqual({ refused: 'public-text-missing' })
  await write(ref, 'En lampa är trasig.')
  expect(await publish(coordinator, ref, { at: new Date(Date.now() - 1000) })).toEqual({ refused: 'time-has-passed' })
  expect(await publish(coordinator, ref, { at: later() })).toMatchObject({ planned: expect.any(String) })
  expect(await publish(colleague, ref, { at: later() })).toEqual({ refused: 'already-planned' })
  expect(await findPublished(ref)).toBeUndefined()
  await carryOutDue(after(2))
  expect((await findPublished(ref))?.submission.title.sv).toBe('En lampa är trasig.')
  expect((await plansOf(coordinator, id))[0]?.ended).toBe('done')
})

test('what cannot be done any more when its time comes is not done, and says why', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await answer(coordinator, ref, { ...given, at: later() })
  await answer(colleague, ref, given)
  await carryOutDue(after(2))
  expect((await plansOf(coordinator, id))[0]).toMatchObject({ ended: 'refused', refusal: 'changed-meanwhile' })
  expect(await answersOf(id)).toBe(1)
  const gone = await makeStaff('coordinator')
  const { ref: other, id: otherId } = await makeSubmission({ status: 'in_progress' })
  await answer(gone, other, { ...given, at: later() })
  await as({ as: 'auth' }, (tx) => tx.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, gone.id)))
  await carryOutDue(after(2))
  expect((await plansOf(coordinator, otherId))[0]).toMatchObject({ ended: 'refused', refusal: 'not-allowed' })
  expect(await answersOf(otherId)).toBe(0)
})

test('what was planned is taken back by who handles the case, and then never done', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  const planned = await answer(coordinator, ref, { ...given, at: later() })
  const own = 'planned' in planned ? planned.planned : ''
  expect(await cancelPlan(officer, ref, own)).toEqual({ refused: 'not-found' })
  expect(await cancelPlan(colleague, ref, own)).toEqual({ cancelled: true })
  expect(await cancelPlan(colleague, ref, own)).toEqual({ refused: 'changed-meanwhile' })
  await carryOutDue(after(2))
  expect(await answersOf(id)).toBe(0)
})

test('what is taken back at the moment when its time comes is taken back, and neither waits for the other', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  const planned = await answer(coordinator, ref, { ...given, at: later() })
  if (!('planned' in planned)) throw new Error('not planned')
  /** Whether anything waits for a transaction of that process: who looks at all that waits in the cluster sees others' tests. */
  const waitedFor = (pid: number) =>
    as({ as: 'seed' }, async (tx) => {
      const locks = await tx.execute(
        sql`select from pg_locks where not granted and ${pid}::int = any(pg_blocking_pids(pid))`,
      )
      return locks.length > 0
    })
  let carried: Promise<boolean> | undefined
  await as(colleague, async (tx) => {
    await lockReceived(tx, colleague, ref)
    const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
    carried = carryOut(planned.planned, after(2))
    await vi.waitUntil(() => waitedFor(own!.pid), { timeout: 20_000 })
    const ended = { ended: 'cancelled', endedAt: new Date() } as const
    await tx.update(plans).set(ended).where(eq(plans.id, planned.planned))
  })
  expect(await carried).toBe(true)
  expect(await answersOf(id)).toBe(0)
})

test('where a category says so a colleague approves an answer before it is given, and nobody her own', async () => {
  await inEarnest('vehicles')
  const { ref, id } = await makeSubmission({ category: 'upkeep', status: 'in_progress' })
  await askForTwo(admin, ['upkeep'])
  const planned = await answer(coordinator, ref, given)
  const own = 'planned' in planned ? planned.planned : ''
  expect(await answersOf(id)).toBe(0)
  await carryOutDue(after(2))
  expect(await approvePlan(coordinator, ref, own)).toEqual({ refused: 'own-plan' })
  expect(await approvePlan(officer, ref, own)).toEqual({ refused: 'not-found' })
  const byHand = (viewer: Staff, second: string) =>
    as(viewer, (tx) => tx.execute(sql`update plans set approved_by_id = ${second} where id = ${own}`))
  await expect(byHand(coordinator, coordinator.id)).rejects.toThrow()
  await expect(byHand(coordinator, colleague.id)).rejects.toThrow()
  expect(await answersOf(id)).toBe(0)
  expect(await approvePlan(colleague, ref, own)).toEqual({ approved: true })
  expect(await answersOf(id)).toBe(1)
  expect(await approvePlan(colleague, ref, own)).toEqual({ refused: 'changed-meanwhile' })
  expect((await auditOf(id)).filter(({ event }) => event === 'answer-given')).toMatchObject([
    { staffId: coordinator.id },
  ])
})

test('what was planned before a second person was asked for does not go out by one alone', async () => {
  const { ref, id } = await makeSubmission({ category: 'vehicles', status: 'in_progress' })
  const { ref: shown, id: shownId } = await makeSubmission({ category: 'vehicles', status: 'in_progress' })
  await write(shown, 'En bil står kvar.')
  await answer(coordinator, ref, { ...given, at: later() })
  await publish(coordinator, shown, { at: later() })
  await inEarnest('vehicles')
  await carryOutDue(after(2))
  expect(await answersOf(id)).toBe(0)
  expect(await findPublished(shown)).toBeUndefined()
  const refusalOf = async (of: string) => (await plansOf(coordinator, of))[0]
  expect(await refusalOf(id)).toMatchObject({ ended: 'refused', refusal: 'second-for-answer' })
  expect(await refusalOf(shownId)).toMatchObject({ ended: 'refused', refusal: 'second-for-publication' })
})

test('so a colleague approves what is published, as it stands, and what is shown is not changed by one alone', async () => {
  await inEarnest('upkeep')
  const { ref } = await makeSubmission({ category: 'upkeep', status: 'in_progress' })
  await write(ref, 'Ett räcke är löst.')
  const planned = await publish(coordinator, ref)
  const own = 'planned' in planned ? planned.planned : ''
  await write(ref, 'Ett räcke är löst vid bron.')
  await approvePlan(colleague, ref, own)
  expect(await findPublished(ref)).toBeUndefined()
  const again = await publish(coordinator, ref)
  await approvePlan(colleague, ref, 'planned' in again ? again.planned : '')
  expect(await findPublished(ref)).toBeDefined()
  expect(await write(ref, 'Räcket vid bron.')).toEqual({ refused: 'second-for-text' })
})

test('in trial mode nobody needs a second person, whatever is set', async () => {
  await askForTwo(admin, ['upkeep'])
  expect(await categoriesWithFourEyes(coordinator)).toEqual(['upkeep'])
  const needs = (wanted: 'trial' | 'production') => as(coordinator, (tx) => needsSecond(tx, 'upkeep', wanted))
  expect([await needs('trial'), await needs('production')]).toEqual([false, true])
  const { ref } = await makeSubmission({ category: 'upkeep', status: 'in_progress' })
  expect(await answer(coordinator, ref, given)).toEqual({ version: 1 })
  await expect(setFourEyes(coordinator, { wanted: [], seen: '' })).rejects.toThrow('may not')
})

test('a plan, an answer and a publication keep to the transaction that they are made in', async () => {
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await write(ref, 'En lampa är trasig.')
  const stop = new Error('stop')
  await as(coordinator, async (tx) => {
    expect(await giveAnswer(tx, coordinator, { ref, ...given, confirmed: [] })).toEqual({ version: 1 })
    expect(await showInPublic(tx, coordinator, { ref, approved: 'another' })).toEqual({ refused: 'changed-meanwhile' })
    expect(await showInPublic(tx, coordinator, { ref })).toMatchObject({ published: expect.any(Date) })
    await plan(tx, coordinator, { submissionId: id, act: 'publish', at: later(), second: false })
    throw stop
  }).catch((error: unknown) => expect(error).toBe(stop))
  expect(await answersOf(id)).toBe(0)
  expect(await as({ as: 'seed' }, (tx) => tx.$count(plans, eq(plans.submissionId, id)))).toBe(0)
})

test('a time is read by the clock in Stockholm, in summer and in winter', () => {
  expect(momentAt('2026-11-24T08:00')?.toISOString()).toBe('2026-11-24T07:00:00.000Z')
  expect(momentAt('2026-07-24T08:00')?.toISOString()).toBe('2026-07-24T06:00:00.000Z')
  expect(momentAt('2026-03-29T02:30')).toBeUndefined()
  expect(momentAt('2026-13-41T99:00')).toBeUndefined()
})

test('where a second person approves what is shown, a photo is chosen before, and can then only be taken away', async () => {
  const published = { title: 'En mur', body: 'Muren är trasig.' }
  const { ref, id } = await makeSubmission({ status: 'in_progress', category: 'upkeep', published })
  const photo = { ref, id: await sentPhoto(id) }
  const edit = { crop: null, boxes: [], alt: { sv: 'En mur' } }
  await inEarnest('upkeep')
  await editPhoto(coordinator, photo, { ...edit, seen: 0 })
  expect(await setPhotoState(coordinator, photo, { to: 'public', seen: 1 })).toEqual({ refused: 'second-for-photo' })
  await unpublish(coordinator, ref)
  expect(await setPhotoState(coordinator, photo, { to: 'public', seen: 1 })).toEqual({ state: 'public' })
  expect(await publish(coordinator, ref)).toEqual({ planned: expect.any(String) })
  expect(await editPhoto(coordinator, photo, { ...edit, seen: 2 })).toEqual({ refused: 'already-planned' })
  expect(await setPhotoState(coordinator, photo, { to: 'internal', seen: 2 })).toEqual({ state: 'internal' })
})
