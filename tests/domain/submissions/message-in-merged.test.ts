import { randomUUID } from 'node:crypto'
import { eq, inArray, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, errorCode, everyone, worker, type Viewer } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { takeNotice } from '#app/domain/notices/take-notice.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { clocksOf } from '#app/domain/submissions/clocks.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { keepDueAnew } from '#app/domain/submissions/keep-due-anew.server.ts'
import { merge } from '#app/domain/submissions/merge.server.ts'
import { reopen } from '#app/domain/submissions/reopen.server.ts'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { setNextDay } from '#app/domain/submissions/set-next-day.server.ts'
import { unmerge } from '#app/domain/submissions/unmerge.server.ts'
import { dayOf, workingDaysAfter } from '#app/domain/submissions/working-days.server.ts'
import { tellStaffClocks } from '#app/http/tell-staff-clocks.server.ts'
import { writtenInCase } from '#app/domain/submissions/written-in-case.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { accountOf, makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const seed = { as: 'seed' } as const
const inDays = (count: number) => workingDaysAfter(dayOf(new Date()), count)
let first: Staff, second: Staff

beforeAll(async () => {
  ;[first, second] = [await makeStaff('coordinator'), await makeStaff('coordinator')]
})

const form = async (message = 'Hur går det?') => ({ message, formToken: await formTokenOfOurs() })

/** A case that was merged into one that is worked on, each somebody's. */
async function merged({ hasInto = second, areaCode = '606' } = {}) {
  const [own, into] = [await makeSubmission({ areaCode }), await makeSubmission({ status: 'in_progress' })]
  await assign(first, own.ref, { from: null, to: first.id })
  await assign(hasInto, into.ref, { from: null, to: hasInto.id })
  await merge(first, own.ref, { from: 'received', into: into.ref })
  await forgetJobsAbout([own.id, into.id])
  return { own, into }
}

const forgetJobsAbout = (ids: string[]) =>
  as(seed, (tx) => tx.execute(sql`delete from pgboss.job where ${inArray(sql`data ->> 'submissionId'`, ids)}`))

type Job = { name: string; data: { submissionId?: string } }
const jobsAbout = (id: string) =>
  as(seed, async (tx) => {
    const jobs = await tx.execute<Job>(sql`select name, data from pgboss.job`)
    return jobs.filter(({ data }) => data.submissionId === id).map(({ name }) => name)
  })

const dueOn = async (id: string) => {
  const [row] = await as(seed, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  return row!.dueOn
}
const told = async (submissionId: string) => (await takeNotice(randomUUID(), { submissionId, kind: 'replied' }))?.email

test('who has the case that it was merged into is told of each message once, beside who has the merged one', async () => {
  const { own, into } = await merged()
  const written = await form()
  for (let time = 0; time < 2; time++) expect(await addMessage(own.hash, written)).toEqual({ sent: true })
  expect(await jobsAbout(own.id)).toEqual(['tell-staff'])
  expect((await jobsAbout(into.id)).sort()).toEqual(['keep-due', 'tell-staff'])
  expect(await told(own.id)).toBe(accountOf(first).email)
  expect(await told(into.id)).toBe(accountOf(second).email)
})

test('who has both is told once', async () => {
  const { own, into } = await merged({ hasInto: first })
  await addMessage(own.hash, await form())
  expect(await told(own.id)).toBeUndefined()
  expect(await told(into.id)).toBe(accountOf(first).email)
})

test('it is due there as if it had been written there, until she is replied to or the merge is undone', async () => {
  const { own, into } = await merged()
  expect(await dueOn(into.id)).toBe(inDays(10))
  await addMessage(own.hash, await form())
  await keepDueAnew(into.id)
  expect(await dueOn(into.id)).toBe(inDays(3))
  const seen = (await findForStaff(second, into.ref))!
  expect(seen.merged.map(({ thread }) => thread.length)).toEqual([1])
  const at = new Date()
  const text = (found: typeof seen) =>
    tellStaffClocks('sv', found, { clocks: clocksOf(found, at), now: at }).at(-1)?.text
  expect(text(seen)).not.toBe(text({ ...seen, mergedThreads: [] }))

  // A word to the other resident is none to her.
  await reply(second, into.ref, await form('Vi tittar på det.'))
  expect(await dueOn(into.id)).toBe(inDays(3))
  await unmerge(first, own.ref)
  expect(await jobsAbout(into.id)).toContain('keep-due')
  await keepDueAnew(into.id)
  expect(await dueOn(into.id)).toBe(inDays(10))
})

test('a reply to her in her own case is a step in the one that it was merged into', async () => {
  const { own, into } = await merged()
  await addMessage(own.hash, await form())
  await keepDueAnew(into.id)
  expect(await dueOn(into.id)).toBe(inDays(3))
  await forgetJobsAbout([own.id, into.id])
  expect(await reply(first, own.ref, await form('Vi är där på måndag.'))).toEqual({ sent: true })
  expect(await jobsAbout(into.id)).toEqual(['keep-due'])
  await keepDueAnew(into.id)
  expect(await dueOn(into.id)).toBe(inDays(10))
})

test('so it is for staff who do not see the area that it came from, and for the resident of the other case', async () => {
  const here = await makeStaff('coordinator', 'trygghetssamordningen', ['606'])
  const { own, into } = await merged({ areaCode: '603' })
  await addMessage(own.hash, await form())
  await keepDueAnew(into.id)
  // Whatever moves its day, whoever does.
  const steps = [
    async () => reply(here, into.ref, await form('Vi tittar på det.')),
    async () => addMessage(into.hash, await form('Tack!')),
    () => setNextDay(here, into.ref, { on: inDays(8), why: 'Elfirman kommer då.', outside: false, seen: '' }),
  ]
  for (const step of steps) {
    expect(await step()).not.toHaveProperty('refused')
    expect(await dueOn(into.id)).toBe(inDays(3))
  }
  const [seen, all] = [(await findForStaff(here, into.ref))!, (await findForStaff(first, into.ref))!]
  expect([seen.merged.length, all.merged.length]).toEqual([0, 1])
  const now = new Date()
  const clocks = (found: typeof seen) => tellStaffClocks('sv', found, { clocks: clocksOf(found, now), now })
  expect(clocks(seen)).toEqual(clocks(all))
})

test('when it was written in the merged ones is told to those alone who have the case that they were merged into', async () => {
  const { own, into } = await merged()
  await addMessage(own.hash, await form())
  await reply(second, into.ref, await form())
  const toldTo = (viewer: Viewer) =>
    as(viewer, (tx) => writtenInCase(tx, into.id)).then(
      ({ thread, mergedThreads }) => [thread, ...mergedThreads].flat().map(({ sender }) => sender),
      errorCode,
    )
  const all = ['staff', 'resident']
  const viewerOf = (staff: Staff): Viewer => ({ ...staff, as: 'staff' })
  expect(await toldTo(viewerOf(second))).toEqual(all)
  expect(await toldTo(viewerOf(await makeStaff('coordinator', 'trygghetssamordningen', ['606'])))).toEqual(all)
  expect(await toldTo({ as: 'resident', codeHash: into.hash })).toEqual(all)
  expect(await toldTo(worker)).toEqual(all)
  const [row] = await as(worker, (tx) => tx.execute(sql`select * from written_in_case(${into.id})`))
  expect(Object.keys(row!)).toEqual(['thread', 'sender', 'sent_at'])
  const none = [
    await makeStaff('coordinator', 'trygghetssamordningen', ['603']),
    await makeStaff('officer'),
    await makeStaff('partner', 'faltenheten'),
    await makeStaff('admin'),
    await makeStaff('analyst'),
  ]
  for (const one of none) expect(await toldTo(viewerOf(one)), one.role).toEqual([])
  expect(await toldTo({ as: 'resident', codeHash: own.hash })).toEqual([])
  expect(await toldTo({ as: 'resident' })).toEqual([])
  for (const viewer of [everyone, { as: 'auth' }, viewerOf(await makeStaff('partner'))] as const)
    expect(await toldTo(viewer), viewer.as).toContain('42501')
})

test('once the merge is undone what she writes is no business of the other case', async () => {
  const { own, into } = await merged()
  await unmerge(first, own.ref)
  await forgetJobsAbout([own.id, into.id])
  await addMessage(own.hash, await form())
  expect(await jobsAbout(into.id)).toEqual([])
  expect(await jobsAbout(own.id)).toEqual(['tell-staff'])
})

test('a case that was merged is not asked for again: what she writes goes to the one that it went on in', async () => {
  const { own, into } = await merged()
  expect(await reopen(own.hash, await form())).toEqual({ refused: 'wrong-status' })
  expect([...(await jobsAbout(own.id)), ...(await jobsAbout(into.id))]).toEqual([])
})
