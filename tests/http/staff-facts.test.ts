import { expect, test } from 'vitest'
import { follow } from '#app/domain/followers/follow.server.ts'
import { freshFormToken } from '#app/http/form-token.server.ts'
import * as submission from '#app/routes/staff.submissions.$ref.tsx'
import type { SubmissionView } from '#app/ui/staff/submission-view.server.ts'
import { get } from '../support/call-route.ts'
import { cookieOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

async function shown(ref: string): Promise<SubmissionView> {
  const cookie = await cookieOf(await makeStaff('coordinator'))
  const answer = await get(submission, `/staff/submissions/${ref}`, { params: { ref }, cookie })
  return (answer.data as { view: SubmissionView }).view
}

test('staff see in which of the working areas a case lies, and how many follow it', async () => {
  const published = { title: 'Trasig lampa', body: 'En lampa lyser inte.' }
  const { ref } = await makeSubmission({ lat: 57.73413, lon: 12.01838, status: 'in_progress', published })
  for (let followers = 0; followers < 3; followers++)
    await follow({ ref, language: 'sv', formToken: await freshFormToken() })
  expect(await shown(ref)).toMatchObject({
    areaName: 'Gamlestaden',
    workingArea: 'Gamlestaden/Kviberg',
    followers: '3 till följer det här',
  })
})

test('a case outside the working areas, that nobody follows, shows neither', async () => {
  const { ref } = await makeSubmission({ areaCode: '611' })
  const view = await shown(ref)
  expect([view.workingArea, view.followers]).toEqual([undefined, undefined])
})
