import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import * as queue from '#app/routes/staff.queue.tsx'
import * as submission from '#app/routes/staff.submissions.$ref.tsx'
import * as correctLanguage from '#app/routes/staff.submissions.$ref.correct-language.tsx'
import * as markSpam from '#app/routes/staff.submissions.$ref.mark-spam.tsx'
import * as releaseHeld from '#app/routes/staff.submissions.$ref.release-held.tsx'
import * as standardReply from '#app/routes/staff.submissions.$ref.standard-reply.tsx'
import * as unmarkSpam from '#app/routes/staff.submissions.$ref.unmark-spam.tsx'
import type { QueueView } from '#app/ui/staff/queue-view.server.ts'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'
import { get, post, type Answer } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

let coordinator: Staff, cookie: string
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  cookie = await cookieOf(coordinator)
})

type Route = Parameters<typeof post>[0]
const at = (ref: string) => `/staff/submissions/${ref}`
const act = (on: Route, ref: string, fields: Record<string, string> = {}) =>
  post(on, at(ref), { params: { ref }, cookie, fields })
const viewOf = async (ref: string) => {
  const { data } = await get(submission, at(ref), { params: { ref }, cookie })
  return (data as { view: SubmissionView }).view
}
const queueOf = async (query: string) => {
  const { data } = await get(queue, `/staff/queue?${query}`, { params: {}, cookie })
  return (data as { view: QueueView }).view
}
const mustBeDone = (given: Answer, ref: string, verb: string) =>
  expect([given.status, given.headers.get('Location')]).toEqual([303, `${at(ref)}?done=${verb}`])
const hold = (id: string) =>
  as({ as: 'seed' }, (tx) =>
    tx
      .update(submissions)
      .set({ heldFor: ['too-fast'] })
      .where(eq(submissions.id, id)),
  )

test('the queue and the page say in which language it is written and in which the answer is wanted', async () => {
  const body = 'Laydhka waddada ayaa jaban.'
  const { ref } = await makeSubmission({ body, language: 'ar', areaCode: '605', category: 'lighting' })
  const row = (await queueOf('area=605&category=lighting')).rows.find((one) => one.ref === ref)
  expect(row?.languages).toBe('Skrivet på somaliska · vill ha svar på arabiska')
  expect(await viewOf(ref)).toMatchObject({ written: { tag: 'so', name: 'somaliska' }, wanted: { name: 'arabiska' } })
  mustBeDone(await act(correctLanguage, ref, { writtenIn: 'en' }), ref, 'correct-language')
  expect((await viewOf(ref)).written).toMatchObject({ name: 'engelska' })
  mustBeDone(await act(correctLanguage, ref, { writtenIn: '' }), ref, 'correct-language')
  expect((await viewOf(ref)).written).toBeUndefined()
  expect(await act(correctLanguage, ref, { writtenIn: 'klingon' })).toMatchObject({ status: 422 })
})

test('a standard reply goes out in the resident’s language with the Swedish below, signed with the function', async () => {
  const { ref, hash } = await makeSubmission({ language: 'so', status: 'in_progress' })
  const { formToken } = await viewOf(ref)
  const form = { standard: 'need-more-place', formToken }
  mustBeDone(await act(standardReply, ref, form), ref, 'standard-reply')
  mustBeDone(await act(standardReply, ref, form), ref, 'standard-reply')
  const thread = await threadUnderCode(hash)
  expect(thread?.messages).toHaveLength(1)
  const { body, signedAs } = thread!.messages[0]!
  const text = (tag: 'so' | 'sv') => words(tag)('replies:text.need-more-place')
  expect(body.startsWith(text('so'))).toBe(true)
  expect(body).toContain(words('so')('replies:unreviewed'))
  expect(body.endsWith(text('sv'))).toBe(true)
  expect(signedAs).toEqual(coordinator.signsAs)
  // It asks, so the submission waits for her.
  expect(thread?.submission.status).toBe('waiting_for_resident')
})

test('who is answered in Swedish gets the Swedish alone, and nothing unknown is sent', async () => {
  const { ref, hash } = await makeSubmission({ language: 'sv' })
  const { formToken, standard } = await viewOf(ref)
  expect(standard).toMatchObject({ tag: 'sv', reviewed: true })
  expect(await act(standardReply, ref, { standard: '', formToken })).toMatchObject({
    status: 422,
    data: { errors: { standard: 'missing' } },
  })
  expect(await act(standardReply, ref, { standard: 'no-such-reply', formToken })).toMatchObject({ status: 422 })
  mustBeDone(await act(standardReply, ref, { standard: 'fixed', formToken }), ref, 'standard-reply')
  expect((await threadUnderCode(hash))?.messages.map(({ body }) => body)).toEqual([words('sv')('replies:text.fixed')])
})

test('what is held stands in a group of its own, with why, until somebody says what it is', async () => {
  const { ref, id } = await makeSubmission({ areaCode: '604', category: 'litter' })
  await hold(id)
  const ofOwn = async () => (await queueOf('area=604&category=litter')).heldRows.map((row) => row.ref)
  expect(await ofOwn()).toContain(ref)
  expect((await queueOf('area=604&category=litter&held=no')).heldRows).toEqual([])
  expect(await viewOf(ref)).toMatchObject({ held: true, caughtFor: ['too-fast'], spamOn: null })
  mustBeDone(await act(releaseHeld, ref), ref, 'release-held')
  expect(await ofOwn()).not.toContain(ref)
  expect(await act(releaseHeld, ref)).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile' } })
})

test('spam is told kindly in the resident’s language, and the mark can be taken back', async () => {
  const { ref, id, hash } = await makeSubmission({ language: 'ar' })
  await hold(id)
  mustBeDone(await act(markSpam, ref, { from: 'received' }), ref, 'mark-spam')
  expect(await viewOf(ref)).toMatchObject({ held: false, status: 'not_pursued', caughtFor: ['too-fast'] })
  expect((await viewOf(ref)).spamOn).toBeTruthy()
  const reason = (await threadUnderCode(hash))?.moves.at(-1)?.reason
  for (const tag of ['ar', 'sv'] as const) expect(reason).toContain(words(tag)('replies:spam'))
  mustBeDone(await act(unmarkSpam, ref), ref, 'unmark-spam')
  expect(await viewOf(ref)).toMatchObject({ held: false, status: 'in_progress', spamOn: null })
})
