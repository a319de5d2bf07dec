import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import * as follow from '#app/routes/$lang.follow.tsx'
import * as submission from '#app/routes/staff.submissions.$ref.tsx'
import * as answer from '#app/routes/staff.submissions.$ref.answer.tsx'
import * as approve from '#app/routes/staff.submissions.$ref.approve-plan.tsx'
import * as cancel from '#app/routes/staff.submissions.$ref.cancel-plan.tsx'
import { settings } from '#app/settings.server.ts'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'
import { cookieFrom, get, post, type Answer } from '../support/call-route.ts'
import { askForTwo } from '../support/four-eyes.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { setUpSecondFactor } from '../support/set-up-second-factor.ts'

type Person = { staff: Staff; cookie: string }
let admin: Staff, writer: Person, colleague: Person
const { mode } = settings()

/** Who answers, as she is signed in where people work in earnest. */
async function person(): Promise<Person> {
  const staff = await makeStaff('coordinator')
  const cookie = await cookieOf(staff)
  await setUpSecondFactor(staff)
  return { staff, cookie }
}

beforeAll(async () => {
  ;[admin, writer, colleague] = [await makeStaff('admin'), await person(), await person()]
  // In trial mode nobody needs a second person.
  settings().mode = 'production'
  await askForTwo(admin, ['upkeep'])
})
afterAll(async () => {
  settings().mode = mode
  await askForTwo(admin, [])
})

const at = (ref: string, verb = '') => `/staff/submissions/${ref}${verb && `/${verb}`}`
const viewFor = async ({ cookie }: Person, ref: string) =>
  ((await get(submission, at(ref), { params: { ref }, cookie })).data as { view: SubmissionView }).view
const act = ({ cookie }: Person, on: Parameters<typeof post>[0], ref: string, fields: Record<string, string>) =>
  post(on, at(ref), { params: { ref }, cookie, fields })
const done = ({ status, headers }: Answer) => [status, headers.get('Location')]
const typed = (text: string) => ({ 'answer.sv': text, audience: 'resident', after: '0' })

/** The answers that the resident reads under her code. */
async function readBy(code: string) {
  const opened = await post(follow, '/sv/follow', { fields: { code } })
  const { data } = await get(follow, '/sv/follow', { cookie: cookieFrom(opened) })
  const { events } = (data as { thread: { events: { kind: string; body?: { text: string } }[] } }).thread
  return events.filter(({ kind }) => kind === 'answered').map(({ body }) => body?.text)
}

/** A case of that category with the answer of the one, which waits for the other. */
async function planned() {
  const made = await makeSubmission({ category: 'upkeep', status: 'in_progress' })
  const given = await act(writer, answer, made.ref, typed('Vi lagar räcket.'))
  expect(done(given)).toEqual([303, `${at(made.ref)}?done=plan`])
  return { ...made, plan: (await viewFor(writer, made.ref)).plans!.waiting[0]!.id }
}

test('an answer waits on the page of the case, a colleague approves it there, and the resident then reads it', async () => {
  const { ref, code, plan } = await planned()
  expect((await viewFor(writer, ref)).plans!.waiting).toMatchObject([{ own: true, needsSecond: true }])
  expect((await viewFor(colleague, ref)).plans!.waiting).toMatchObject([
    ...[{ id: plan, own: false, needsSecond: true, by: writer.staff.name }],
  ])
  expect((await viewFor(colleague, ref)).plans!.waiting[0]!.answer).toMatchObject({
    ...{ audience: 'resident', texts: [{ lang: 'sv', text: 'Vi lagar räcket.' }] },
  })
  expect(await readBy(code)).toEqual([])

  expect(await act(writer, approve, ref, { plan })).toMatchObject({ status: 409, data: { refused: 'own-plan' } })
  expect(await readBy(code)).toEqual([])

  expect(done(await act(colleague, approve, ref, { plan }))).toEqual([303, `${at(ref)}?done=approve-plan`])
  expect(await readBy(code)).toEqual(['Vi lagar räcket.'])
  expect(await viewFor(colleague, ref)).toMatchObject({
    ...{ status: 'answered', plans: { waiting: [], failed: undefined } },
  })
})

test('who writes on a page that was drawn before keeps what she typed, and what is gone is not approved', async () => {
  const { ref, code, plan } = await planned()
  const late = await act(colleague, answer, ref, typed('Räcket är redan lagat.'))
  expect(late).toMatchObject({
    ...{ status: 409, data: { refused: 'already-planned', values: { 'answer.sv': 'Räcket är redan lagat.' } } },
  })
  expect(done(await act(writer, cancel, ref, { plan }))).toEqual([303, `${at(ref)}?done=cancel-plan`])
  const gone = await act(colleague, approve, ref, { plan })
  expect(gone).toMatchObject({ status: 409, data: { refused: 'changed-meanwhile' } })
  expect(await readBy(code)).toEqual([])

  await act(writer, answer, ref, typed('Vi lagar räcket i maj.'))
  await act(colleague, approve, ref, { plan: (await viewFor(colleague, ref)).plans!.waiting[0]!.id })
  const after = await act(colleague, answer, ref, typed('Räcket är redan lagat.'))
  expect(after).toMatchObject({
    ...{ status: 409, data: { refused: 'changed-meanwhile', values: { 'answer.sv': 'Räcket är redan lagat.' } } },
  })
  expect(await readBy(code)).toEqual(['Vi lagar räcket i maj.'])
})
