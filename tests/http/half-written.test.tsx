import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { setNextDay } from '#app/domain/submissions/set-next-day.server.ts'
import { daysAfter, dayOf } from '#app/domain/submissions/working-days.server.ts'
import { markOf, writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import * as draft from '#app/routes/staff.submissions.$ref.draft.ts'
import * as nextDay from '#app/routes/staff.submissions.$ref.next-day.tsx'
import * as reply from '#app/routes/staff.submissions.$ref.reply.tsx'
import * as submission from '#app/routes/staff.submissions.$ref.tsx'
import { AnswerPanel } from '#app/ui/staff/answer-panel.tsx'
import { NextDayForm } from '#app/ui/staff/next-day-form.tsx'
import { PublicPanel } from '#app/ui/staff/public-panel.tsx'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'
import { Thread } from '#app/ui/staff/thread.tsx'
import { get, post } from '../support/call-route.ts'
import { drawCase } from '../support/draw-case.tsx'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { makeTemplate } from '../support/make-template.ts'

let coordinator: Staff, cookie: string
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  cookie = await cookieOf(coordinator)
})

const viewOf = async (ref: string) =>
  ((await get(submission, `/staff/submissions/${ref}`, { params: { ref }, cookie })).data as { view: SubmissionView })
    .view
const keep = async (ref: string, form: string, fields: Record<string, string>) =>
  expect((await post(draft, `/x?form=${form}`, { params: { ref }, cookie, fields })).status).toBe(303)

/** How a box to tick stands. */
const isTicked = (html: string, name: string) =>
  new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(html)![0].includes('checked=""')
/** What a box to write in holds. */
const textIn = (html: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name.replace('.', '\\.')}"[^>]*>([^<]*)`).exec(html)![1]
/** What a field of one line holds. */
const valueOf = (html: string, name: string) =>
  / value="([^"]*)"/.exec(new RegExp(`<input[^>]*name="${name.replace('.', '\\.')}"[^>]*>`).exec(html)![0])?.[1]

test('who waits for nobody outside any more says so once, also when something else in the form was wrong', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const on = daysAfter(dayOf(new Date()), 20)
  await setNextDay(coordinator, ref, { on, why: 'De svarar först.', outside: true, seen: '' })
  const view = await viewOf(ref)
  expect(isTicked(drawCase(NextDayForm, view), 'outside')).toBe(true)
  const fields = { on, why: '', seen: view.nextDay!.seen }
  const wrong = await post(nextDay, '/x', { params: { ref }, cookie, fields })
  expect(wrong.status).toBe(422)
  const again = (given: unknown) => isTicked(drawCase(NextDayForm, view, { verb: 'next-day', reply: given }), 'outside')
  expect(again(wrong.data)).toBe(false)
  const kept = await post(nextDay, '/x', { params: { ref }, cookie, fields: { ...fields, outside: 'yes' } })
  expect(again(kept.data)).toBe(true)
})

test('a message that is to wait for no answer is not to wait either once a template is put into it', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const insert = await makeTemplate({ use: 'reply', 'body.sv': 'Tack, {ref}.' })
  await keep(ref, 'reply', { message: 'Hej!', wait: 'yes' })
  const view = await viewOf(ref)
  expect(isTicked(drawCase(Thread, view), 'wait')).toBe(true)
  const filled = await post(reply, '/x', { params: { ref }, cookie, fields: { message: 'Hej!', insert } })
  const html = drawCase(Thread, view, { verb: 'reply', reply: filled.data })
  expect([textIn(html, 'message'), isTicked(html, 'wait')]).toEqual([`Hej!\n\nTack, ${ref}.`, false])
})

test('what she has emptied in the public text is empty in her draft too', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const seen = markOf((await findForStaff(coordinator, ref))!)
  const text = { title: { sv: 'En lampa', en: 'A lamp' }, body: { sv: 'Den är trasig.', en: 'It is broken.' } }
  await writePublicText(coordinator, ref, { ...text, seen })
  const shown = async () => {
    const html = drawCase(PublicPanel, await viewOf(ref))
    return [valueOf(html, 'title.sv'), textIn(html, 'body.sv'), valueOf(html, 'title.en'), textIn(html, 'body.en')]
  }
  expect(await shown()).toEqual(['En lampa', 'Den är trasig.', 'A lamp', 'It is broken.'])
  await keep(ref, 'public-text', { 'title.sv': '', 'body.sv': 'Den är lagad.', 'title.en': '', 'body.en': '' })
  expect((await shown()).map((value) => value ?? '')).toEqual(['', 'Den är lagad.', '', ''])
})

test('what she has emptied in an answer is empty in her draft too, and its time is kept', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  const body = { sv: 'Vi byter den.', en: 'We will replace it.' }
  await answer(coordinator, ref, { body, audience: 'public', after: 0 })
  const shown = async () => {
    const html = drawCase(AnswerPanel, await viewOf(ref))
    return [textIn(html, 'answer.sv'), textIn(html, 'answer.en'), valueOf(html, 'at')]
  }
  expect(await shown()).toEqual([body.sv, body.en, undefined])
  const fields = { 'answer.sv': 'Vi har bytt den.', 'answer.en': '', at: '2126-01-01T08:00', after: '1' }
  await keep(ref, 'answer', { ...fields, audience: 'public' })
  expect(await shown()).toEqual(['Vi har bytt den.', '', '2126-01-01T08:00'])
})
