import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { correctLanguage } from '#app/domain/submissions/correct-language.server.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, registrar: Staff, officer: Staff
beforeAll(async () => {
  ;[coordinator, registrar, officer] = await Promise.all([
    makeStaff('coordinator'),
    makeStaff('registrar'),
    makeStaff('officer'),
  ])
})

test('the language that a text is written in is guessed, and staff put it right', async () => {
  const { ref, id } = await makeSubmission({ body: 'Laydhka waddada ayaa jaban.', language: 'sv' })
  const written = async () => (await findForStaff(coordinator, ref))?.told?.writtenIn
  expect(await written()).toBe('so')
  expect(await correctLanguage(coordinator, ref, 'ti')).toEqual({ corrected: 'ti' })
  expect(await written()).toBe('ti')
  expect(await correctLanguage(coordinator, ref, 'ti')).toEqual({ corrected: 'ti' })
  expect(await correctLanguage(coordinator, ref, null)).toEqual({ corrected: null })
  expect(await written()).toBeNull()
  expect((await auditOf(id)).filter(({ event }) => event === 'language-corrected')).toMatchObject([
    { staffId: coordinator.id, details: { from: 'so', to: 'ti' } },
    { details: { from: 'ti', to: 'unknown' } },
  ])
})

test('only who handles the submission puts it right', async () => {
  const { ref } = await makeSubmission()
  await expect(correctLanguage(registrar, ref, 'en')).rejects.toThrow()
  expect(await correctLanguage(officer, ref, 'en')).toEqual({ refused: 'not-found' })
})
