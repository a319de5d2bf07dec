import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { noticeChoices, notices } from '#db/schema/notices.ts'
import { moves, submissions } from '#db/schema/submissions.ts'
import { chooseNotices } from '#app/domain/notices/choose-notices.server.ts'
import { findDigest, forgetNotices } from '#app/domain/notices/find-digest.server.ts'
import { ownNoticeWays } from '#app/domain/notices/notice-choices.server.ts'
import { startMorning } from '#app/domain/notices/start-morning.server.ts'
import { takeNotice } from '#app/domain/notices/take-notice.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { reopen } from '#app/domain/submissions/reopen.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { accountOf, makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

type Job = { name: string; data: Record<string, string> }
const jobsAbout = (id: string) =>
  as({ as: 'seed' }, async (tx) => {
    const jobs = await tx.execute<Job>(
      sql`select name, data from pgboss.job where name in ('tell-staff', 'send-digest')`,
    )
    return jobs.filter(({ data }) => Object.values(data).includes(id)).map(({ name, data }) => ({ name, ...data }))
  })

let own: Staff, colleague: Staff
beforeEach(async () => {
  ;[own, colleague] = [await makeStaff('coordinator'), await makeStaff('coordinator')]
})

/** A case that somebody has. */
async function caseOf(staff: Staff, wanted: Parameters<typeof makeSubmission>[0] = {}) {
  const made = await makeSubmission({ status: 'in_progress', ...wanted })
  await as({ as: 'seed' }, (tx) =>
    tx.update(submissions).set({ assigneeId: staff.id }).where(eq(submissions.id, made.id)),
  )
  return made
}

/** What she is told of her own cases: what others are late with depends on who else has made cases. */
async function ownDigest(staffId: string, now?: Date) {
  const digest = await findDigest(staffId, now)
  return digest && Object.values(digest.counts).some((count) => count > 0) ? digest : undefined
}

test('who gets a case from a colleague is told, who takes one herself is not', async () => {
  const { id, ref } = await makeSubmission()
  await assign(own, ref, { from: null, to: own.id })
  expect(await jobsAbout(id)).toEqual([])
  await assign(own, ref, { from: own.id, to: colleague.id })
  expect(await jobsAbout(id)).toEqual([{ name: 'tell-staff', submissionId: id, kind: 'assigned' }])
  expect(await takeNotice(randomUUID(), { submissionId: id, kind: 'assigned' })).toEqual({
    email: accountOf(colleague).email,
  })
})

test('who has a case is told once of each message that its resident writes', async () => {
  const { id, hash } = await caseOf(own)
  const formToken = await formTokenOfOurs()
  for (let time = 0; time < 2; time++) await addMessage(hash, { message: 'Den är trasig igen.', formToken })
  expect(await jobsAbout(id)).toEqual([{ name: 'tell-staff', submissionId: id, kind: 'replied' }])
})

test('who has a case is told once when its resident asks that it is opened again, and nobody of what is refused', async () => {
  const { id, hash } = await caseOf(own, { status: 'answered' })
  const asked = { message: 'Den är trasig igen.', formToken: await formTokenOfOurs() }
  for (let time = 0; time < 2; time++) expect(await reopen(hash, asked)).toEqual({ reopened: true })
  expect(await jobsAbout(id)).toEqual([{ name: 'tell-staff', submissionId: id, kind: 'replied' }])
  expect(await takeNotice(randomUUID(), { submissionId: id, kind: 'replied' })).toEqual({
    email: accountOf(own).email,
  })

  const open = await caseOf(own)
  expect(await reopen(open.hash, asked)).toEqual({ refused: 'wrong-status' })
  expect(await jobsAbout(open.id)).toEqual([])
})

test('each is told in the way that she chose: at once, in the digest, or not at all', async () => {
  const { id: submissionId } = await caseOf(own)
  expect(await ownNoticeWays(own)).toEqual({ assigned: 'at-once', replied: 'at-once', due: 'digest', routed: 'digest' })
  await chooseNotices(own, { assigned: 'digest', replied: 'never', due: 'never' })
  expect(await ownNoticeWays(own)).toEqual({ assigned: 'digest', replied: 'never', due: 'never', routed: 'digest' })
  const once = randomUUID()
  for (const kind of ['assigned', 'replied', 'assigned'] as const)
    expect(await takeNotice(kind === 'assigned' ? once : randomUUID(), { submissionId, kind })).toBeUndefined()
  const digest = await ownDigest(own.id)
  expect(digest).toMatchObject({ counts: { assigned: 1, replied: 0, due: 0, late: 0 }, ids: [once] })
  await forgetNotices(digest!.ids)
  expect(await ownDigest(own.id)).toBeUndefined()
})

test('nobody is told of what nobody has, of spam, or of what has gone to somebody else', async () => {
  const { id: submissionId } = await caseOf(own)
  await chooseNotices(own, { assigned: 'digest', replied: 'digest', due: 'never' })
  await takeNotice(randomUUID(), { submissionId, kind: 'assigned' })
  const change = (set: Partial<typeof submissions.$inferInsert>) =>
    as({ as: 'seed' }, (tx) => tx.update(submissions).set(set).where(eq(submissions.id, submissionId)))
  await change({ assigneeId: colleague.id })
  expect(await ownDigest(own.id)).toBeUndefined()
  await change({ spamAt: new Date() })
  expect(await takeNotice(randomUUID(), { submissionId, kind: 'replied' })).toBeUndefined()
  await change({ spamAt: null, assigneeId: null })
  expect(await takeNotice(randomUUID(), { submissionId, kind: 'replied' })).toBeUndefined()
})

test('the morning tells what is due that day and what is late, and on days off nothing', async () => {
  const { id } = await caseOf(own)
  // The day that is kept with the case counts, whichever clock it comes from.
  await as({ as: 'seed' }, (tx) => tx.update(submissions).set({ dueOn: '2026-03-12' }).where(eq(submissions.id, id)))
  const on = async (day: string) => (await ownDigest(own.id, new Date(`${day}T06:00:00Z`)))?.counts
  const nothing = { assigned: 0, replied: 0, due: 0, late: 0, routed: 0 }
  expect(await on('2026-03-11')).toBeUndefined()
  expect(await on('2026-03-12')).toEqual({ ...nothing, due: 1 })
  expect(await on('2026-03-13')).toEqual({ ...nothing, late: 1 })

  await chooseNotices(own, { assigned: 'never', replied: 'never', due: 'at-once' })
  expect(await on('2026-03-12')).toEqual({ ...nothing, due: 1 })
  expect(await on('2026-03-13')).toBeUndefined()
  await startMorning(new Date('2026-12-25T06:00:00Z'))
  expect(await jobsAbout(own.id)).toEqual([])
  await startMorning(new Date('2026-03-12T06:00:00Z'))
  expect(await jobsAbout(own.id)).toEqual([{ name: 'send-digest', staffId: own.id }])
  expect(await jobsAbout(id)).toEqual([])
})

test('what waits for a digest goes with its case', async () => {
  const { id: submissionId } = await caseOf(own)
  await chooseNotices(own, { assigned: 'digest', replied: 'digest', due: 'digest' })
  await takeNotice(randomUUID(), { submissionId, kind: 'replied' })
  await as({ as: 'seed' }, async (tx) => {
    await tx.delete(moves).where(eq(moves.submissionId, submissionId))
    await tx.delete(submissions).where(eq(submissions.id, submissionId))
    expect(await tx.$count(notices, eq(notices.staffId, own.id))).toBe(0)
  })
})

test('each reads and changes her own choices alone, and who can have no case has none', async () => {
  const chosen = { assigned: 'never', replied: 'never', due: 'never' } as const
  await chooseNotices(own, chosen)
  await chooseNotices(colleague, chosen)
  const rows = await as(own, (tx) => tx.select().from(noticeChoices))
  expect(new Set(rows.map(({ staffId }) => staffId))).toEqual(new Set([own.id]))
  await expect(
    as(own, (tx) => tx.insert(noticeChoices).values({ staffId: colleague.id, kind: 'due', way: 'never' })),
  ).rejects.toThrow()
  await expect(as(own, (tx) => tx.select().from(notices))).rejects.toThrow()
  for (const staff of [await makeStaff('registrar'), await makeStaff('organiser'), await makeStaff('analyst')]) {
    expect(await ownNoticeWays(staff)).toBeUndefined()
    expect(await chooseNotices(staff, chosen)).toEqual({ refused: 'not-allowed' })
  }
})
