import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { listenTo } from '#db/listen.server.ts'
import { staff as people, staffSessions } from '#db/schema/staff.ts'
import { tellOfChange } from '#app/domain/changes/tell-of-change.server.ts'
import { mostOfSession, watchCases } from '#app/domain/changes/watch-cases.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { addMessage } from '#app/domain/submissions/add-message.server.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { merge } from '#app/domain/submissions/merge.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'
import { makeTipRows } from '../../support/make-tips.ts'

let stop: () => Promise<void>
let coordinator: Staff, officer: Staff, youth: Staff, company: Staff

beforeAll(async () => {
  stop = await listenTo(process.env.TEST_DATABASE_URL!, { case_changed: tellOfChange })
  ;[coordinator, officer, youth, company] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('officer'),
    makeStaff('partner', 'faltenheten'),
    makeStaff('partner', 'gardstensbostader'),
  ])
})
afterAll(() => stop())

const ends: (() => void)[] = []
beforeEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A session of somebody, and what it was told since. */
async function watches(staff: Staff) {
  const id = crypto.randomUUID()
  const expiresAt = new Date(Date.now() + 60_000)
  await as({ as: 'seed' }, (tx) => tx.insert(staffSessions).values({ id, token: id, staffId: staff.id, expiresAt }))
  const told = { refs: [] as string[], ended: false, sessionId: id }
  const watcher = {
    sessionId: id,
    tell: (refs: string[]) => void told.refs.push(...refs),
    end: () => void (told.ended = true),
  }
  const end = watchCases(watcher)!
  ends.push(end)
  return told
}

/** Everybody has been told of everything before it: a case of the coordinator's own changes, and she hears of it. */
async function allIsTold() {
  const heard = await watches(coordinator)
  const { ref } = await makeSubmission()
  await assign(coordinator, ref, { from: null, to: coordinator.id })
  await expect.poll(() => heard.refs, { timeout: 20_000 }).toContain(ref)
}

test('who sees a case hears that it has changed, who does not hears nothing', async () => {
  const [own, other] = [await watches(coordinator), await watches(officer)]
  const { ref } = await makeSubmission()
  await move(coordinator, ref, { from: 'received', to: 'screening' })
  await allIsTold()
  expect(own.refs).toContain(ref)
  expect(other.refs).not.toContain(ref)
})

test('a company hears of what was routed to it, and of nothing in it that it does not read', async () => {
  const told = await watches(company)
  const { ref, id } = await makeSubmission({ status: 'in_progress' })
  await registerSubmission(id)
  await route(coordinator, ref, { organisation: 'gardstensbostader', rewrittenBody: 'En lampa är trasig.' })
  await allIsTold()
  expect(told.refs).toEqual([ref])
  told.refs.length = 0
  await assign(coordinator, ref, { from: null, to: coordinator.id })
  await note(coordinator, ref, 'Hen har ringt.')
  await allIsTold()
  expect(told.refs).toEqual([])
  await move(coordinator, ref, { from: 'in_progress', to: 'not_pursued', reason: 'Lampan är hel.' })
  await allIsTold()
  expect(told.refs).toEqual([ref])
})

test('a note that is not shared is heard of by its own organisation alone', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  await route(coordinator, ref, { organisation: 'faltenheten' })
  await allIsTold()
  const [own, routed] = [await watches(coordinator), await watches(youth)]
  await note(coordinator, ref, 'Hen har ringt.')
  await allIsTold()
  expect([own.refs.includes(ref), routed.refs.includes(ref)]).toEqual([true, false])
})

test('who has received a case hears of each message in one that was merged into it, who was sent it of none', async () => {
  const [merged, into] = [await makeSubmission(), await makeSubmission({ status: 'in_progress' })]
  await route(coordinator, into.ref, { organisation: 'faltenheten' })
  await merge(coordinator, merged.ref, { from: 'received', into: into.ref })
  const write = async () => {
    const formToken = await formTokenOfOurs()
    expect(await addMessage(merged.hash, { message: 'Hur går det?', formToken })).toEqual({ sent: true })
  }
  // That somebody waits for a reply is then known already.
  await write()
  await allIsTold()
  const [own, routed] = [await watches(coordinator), await watches(youth)]
  await write()
  await allIsTold()
  expect([own.refs.includes(into.ref), own.refs.includes(merged.ref)]).toEqual([true, true])
  expect(routed.refs).toEqual([])
})

test('tips are heard of by nobody', async () => {
  const everyone = await Promise.all([coordinator, officer, youth, company].map(watches))
  await makeTipRows(3)
  await allIsTold()
  expect(everyone.slice(1).map(({ refs }) => refs)).toEqual([[], [], []])
})

test('nothing is told to a session that has ended, or to who is deactivated', async () => {
  const [gone, off] = [await watches(coordinator), await watches(await makeStaff('coordinator'))]
  await as({ as: 'seed' }, async (tx) => {
    await tx.delete(staffSessions).where(eq(staffSessions.id, gone.sessionId))
    const [session] = await tx.select().from(staffSessions).where(eq(staffSessions.id, off.sessionId))
    await tx.update(people).set({ deactivatedAt: new Date() }).where(eq(people.id, session!.staffId))
  })
  await allIsTold()
  expect([gone, off]).toMatchObject([
    { refs: [], ended: true },
    { refs: [], ended: true },
  ])
})

test('when notices may have been missed, everybody is told that anything may have changed', async () => {
  let times = 0
  const told = await watches(company)
  const end = watchCases({
    sessionId: told.sessionId,
    tell: (refs) => void (times += refs.length === 0 ? 1 : 0),
    end: () => {},
  })!
  tellOfChange()
  await expect.poll(() => times).toBe(1)
  end()
})

test('a session has no more pages that are told than somebody looks at', async () => {
  const { sessionId } = await watches(coordinator)
  const more = () => watchCases({ sessionId, tell: () => {}, end: () => {} })
  const opened = Array.from({ length: mostOfSession }, more)
  expect(opened.map((one) => typeof one)).toEqual([...Array(mostOfSession - 1).fill('function'), 'undefined'])
  for (const end of opened) end?.()
})
