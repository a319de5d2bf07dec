import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { listenTo } from '#db/listen.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { tellOfChange } from '#app/domain/changes/tell-of-change.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { prioritise } from '#app/domain/submissions/prioritise.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import * as events from '#app/routes/staff.events.ts'
import * as queue from '#app/routes/staff.queue.tsx'
import * as page from '#app/routes/staff.submissions.$ref.tsx'
import { get } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

// To whom a case was only routed sees neither how it is judged nor by when somebody has to act: whatever these are, the
// bytes of her queue, of the case and of the stream of what changes are the same.

const seed = { as: 'seed' } as const
const word = 'kvastskaft'
let coordinator: Staff, stop: () => Promise<void>
const readers = new Map<string, string>()

beforeAll(async () => {
  stop = await listenTo(process.env.TEST_DATABASE_URL!, { case_changed: tellOfChange })
  coordinator = await makeStaff('coordinator')
  for (const [role, organisation] of [
    ['partner', 'faltenheten'],
    ['officer', 'polisen'],
    ['partner', 'gardstensbostader'],
  ] as const)
    readers.set(organisation, await cookieOf(await makeStaff(role, organisation)))
})
afterAll(() => stop())

async function routedCase() {
  const made = await makeSubmission({ status: 'in_progress', areaCode: '610', body: `Ett ${word} ligger där.` })
  for (const organisation of readers.keys())
    await route(coordinator, made.ref, { organisation, ...rewrittenFor(organisation) })
  return made
}
const rewrittenFor = (organisation: string) =>
  organisation === 'gardstensbostader' ? { rewrittenBody: `Ett ${word}.` } : {}

const queues = [
  ...['', '&status=all', '&held=yes', '&held=no', `&q=${word}`],
  ...['overdue', 'today', 'this-week', 'none'].flatMap((day) => [`&deadline=${day}`, `&deadline=${day}&q=${word}`]),
]

/** What somebody is answered: every queue, each page of a case, and where it stands among the others. */
async function seenBy(cookie: string, refs: string[]): Promise<string[]> {
  const answers = []
  for (const query of queues) answers.push(await get(queue, `/staff/queue?area=610${query}`, { cookie }))
  for (const ref of refs)
    answers.push(await get(page, `/staff/submissions/${ref}?from=area%3D610`, { cookie, params: { ref } }))
  return answers.map(({ status, data }) =>
    JSON.stringify([status, data]).replaceAll(/[\w-]{22}\.[a-z0-9]{8}\.[\w-]{43}/g, ''),
  )
}

type Judged = Partial<typeof submissions.$inferInsert>
const overdue: Judged = { dueOn: '2020-01-02', deadlineOn: '2020-01-02' }
const unjudged: Judged = { priority: 'normal', heldFor: [], spamAt: null }

test.each<[string, Judged]>([
  ['presses', { priority: 'high' }],
  ['is held', { heldFor: ['like-another'] }],
  ['is taken for spam', { heldFor: ['like-another'], spamAt: new Date() }],
  ['should have been acted on long ago', overdue],
])('whether a case %s or not, all is the same to whom it was routed', async (_, judged) => {
  const [older, newer] = [await routedCase(), await routedCase()]
  const refs = [older.ref, newer.ref]
  const before = new Map<string, string[]>()
  for (const [who, cookie] of readers) before.set(who, await seenBy(cookie, refs))
  const set = (values: Judged) =>
    as(seed, (tx) => tx.update(submissions).set(values).where(eq(submissions.id, newer.id)))
  const [was] = await as(seed, (tx) => tx.select().from(submissions).where(eq(submissions.id, newer.id)))
  await set(judged)
  try {
    for (const [who, seen] of before) expect(seen[0], who).toContain(newer.ref)
    for (const [who, cookie] of readers) expect(await seenBy(cookie, refs), who).toEqual(before.get(who))
  } finally {
    await set({ ...unjudged, dueOn: was!.dueOn, deadlineOn: null })
  }
})

/** All that a stream says until it names a case. */
async function streamed(cookie: string) {
  const request = new Request('http://localhost:3000/staff/events', {
    headers: { Accept: 'text/event-stream', Cookie: cookie },
  })
  const answer = await events.loader({ request, params: {}, context: {} as never })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  let said = (await reader.read()).value ?? ''
  return async (ref: string): Promise<string> => {
    for (let more = true; more && !said.includes(ref);) {
      const { value, done } = await reader.read()
      said += value ?? ''
      more = !done
    }
    await reader.cancel()
    return said
  }
}

/** All that has changed until now has been told: a case of the coordinator's own changes, and after it another. */
async function allIsTold(): Promise<void> {
  for (let time = 0; time < 2; time++) {
    const heard = await streamed(await cookieOf(coordinator))
    const { ref } = await makeSubmission()
    await assign(coordinator, ref, { from: null, to: coordinator.id })
    await heard(ref)
  }
}

test('that it is judged anew, or is due another day, is told to those alone who have received it', async () => {
  const [judged, seen] = [await routedCase(), await routedCase()]
  await allIsTold()
  const own = await streamed(await cookieOf(coordinator))
  const others = await Promise.all(['faltenheten', 'polisen'].map((who) => streamed(readers.get(who)!)))
  await prioritise(coordinator, judged.ref, { from: 'normal', to: 'high' })
  for (const values of [overdue, { heldFor: ['like-another' as const] }, { spamAt: new Date() }, unjudged])
    await as(seed, (tx) => tx.update(submissions).set(values).where(eq(submissions.id, judged.id)))
  expect(await own(judged.ref)).toContain(judged.ref)
  await assign(coordinator, seen.ref, { from: null, to: coordinator.id })
  for (const other of others)
    expect(await other(seen.ref)).toBe(`retry: 5000\n\nevent: changed\ndata: {"refs":["${seen.ref}"]}\n\n`)
})
