import { expect, test } from 'vitest'
import { route } from '#app/domain/submissions/route.server.ts'
import * as submission from '#app/routes/staff.submissions.$ref.tsx'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'
import { get } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const answers = [
  { question: 'fault', values: ['several'] },
  { question: 'lamps', values: ['7'] },
  { question: 'pole', values: ['<b>A 12</b>'] },
]

async function shownTo(staff: Awaited<ReturnType<typeof makeStaff>>, ref: string): Promise<SubmissionView> {
  const { data } = await get(submission, `/staff/submissions/${ref}`, {
    params: { ref },
    cookie: await cookieOf(staff),
  })
  return (data as { view: SubmissionView }).view
}

test('staff read what was answered, each with its question, in their own language', async () => {
  const { ref } = await makeSubmission({ category: 'lighting', answers, language: 'ar' })
  const { answered } = await shownTo(await makeStaff('coordinator'), ref)
  expect(answered.map(({ question, answer }) => [question.text, answer.text])).toEqual([
    ['Vad är det för fel?', 'Flera lampor är släckta'],
    ['Ungefär hur många lampor är släckta?', '7'],
    ['Vet du numret på stolpen?', '<b>A 12</b>'],
  ])
})

test('a private company reads the rewritten text and no answers', async () => {
  const { ref } = await makeSubmission({ category: 'lighting', answers, status: 'in_progress' })
  const coordinator = await makeStaff('coordinator')
  await route(coordinator, ref, { organisation: 'poseidon', rewrittenBody: 'Flera lampor.' })
  const view = await shownTo(await makeStaff('partner', 'poseidon'), ref)
  expect(view.rewritten).toBe('Flera lampor.')
  expect(JSON.stringify(view)).not.toContain('A 12')
})
