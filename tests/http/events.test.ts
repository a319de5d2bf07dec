import { afterAll, beforeAll, expect, test } from 'vitest'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { listenTo } from '#db/listen.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { endWatching } from '#app/domain/changes/end-watching.server.ts'
import { tellOfChange } from '#app/domain/changes/tell-of-change.server.ts'
import { mostOfSession } from '#app/domain/changes/watch-cases.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { loader } from '#app/routes/staff.events.ts'
import { loader as readCase } from '#app/routes/staff.submissions.$ref.tsx'
import { get } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

let stop: () => Promise<void>
beforeAll(async () => {
  stop = await listenTo(process.env.TEST_DATABASE_URL!, { case_changed: tellOfChange })
})
afterAll(() => stop())

async function streamOf(cookie?: string, signal?: AbortSignal): Promise<Response> {
  const request = new Request('http://localhost:3000/staff/events', {
    headers: { Accept: 'text/event-stream', ...(cookie ? { Cookie: cookie } : {}) },
    ...(signal && { signal }),
  })
  const answer: unknown = await Promise.resolve(loader({ request, params: {}, context: {} as never })).catch(
    (thrown: unknown) => thrown,
  )
  return answer as Response
}

test('without a session, or the right to read cases, there is no stream', async () => {
  const nobody = await streamOf()
  expect([nobody.status, nobody.headers.get('Location')]).toEqual([302, '/staff/sign-in'])
  expect((await streamOf(await cookieOf(await makeStaff('analyst')))).status).toBe(403)
})

test('who does not ask for a stream, but for a page or its data, is refused at once', async () => {
  const headers = { Accept: '*/*', Cookie: await cookieOf(await makeStaff('coordinator')) }
  const request = new Request('http://localhost:3000/staff/events', { headers })
  expect((await loader({ request, params: {}, context: {} as never })).status).toBe(406)
})

test('a stream says that something has changed, and of it nothing but the reference', async () => {
  const staff = await makeStaff('coordinator')
  const answer = await streamOf(await cookieOf(staff))
  expect(answer.headers.get('Content-Type')).toContain('text/event-stream')
  expect(answer.headers.get('Cache-Control')).toBe('no-store, no-transform')
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader.read()).value).toBe('retry: 5000\n\n')
  const { ref } = await makeSubmission()
  await move(staff, ref, { from: 'received', to: 'screening' })
  for (let refs: string[] = []; !refs.includes(ref);) {
    const [, data] = /^event: changed\ndata: (.*)\n\n$/.exec((await reader.read()).value ?? '')!
    const told = JSON.parse(data!) as { refs: string[] }
    expect(Object.keys(told)).toEqual(['refs'])
    refs = told.refs
  }
  await reader.cancel()
})

test('a page that is left makes room for another, and one too many is told to ask no more', async () => {
  const cookie = await cookieOf(await makeStaff('coordinator'))
  const leaves = Array.from({ length: mostOfSession }, () => new AbortController())
  for (const { signal } of leaves) expect((await streamOf(cookie, signal)).status).toBe(200)
  expect((await streamOf(cookie)).status).toBe(204)
  leaves[0]!.abort()
  const next = await streamOf(cookie)
  expect(next.status).toBe(200)
  await next.body!.cancel()
})

test('to read a case, or to read it ahead, leaves no line and changes nothing', async () => {
  const [staff, { ref, id }] = [await makeStaff('coordinator'), await makeSubmission()]
  const lines = () =>
    as({ as: 'seed' }, (tx) =>
      tx
        .select()
        .from(auditLines)
        .where(eq(auditLines.subject, `submission:${id}`)),
    )
  const before = await lines()
  const visit = { params: { ref }, cookie: await cookieOf(staff) }
  const answer = await get({ loader: readCase }, `/staff/submissions/${ref}?ahead`, visit)
  expect(answer.status).toBe(200)
  expect(await lines()).toEqual(before)
})

test('when the process is stopped every stream ends, and none is opened any more', async () => {
  const cookie = await cookieOf(await makeStaff('coordinator'))
  const reader = (await streamOf(cookie)).body!.getReader()
  await reader.read()
  await endWatching()
  expect((await reader.read()).done).toBe(true)
  expect((await streamOf(cookie)).status).toBe(204)
})
