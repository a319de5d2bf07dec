import { beforeAll, expect, test } from 'vitest'
import type { Staff } from '#app/domain/staff/staff.ts'
import { outsideAuthorities } from '#db/schema/submissions.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { outsideContacts } from '#app/domain/submissions/outside-authorities.ts'
import { redirectOutside } from '#app/domain/submissions/redirect-outside.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { casePage } from '#app/http/case-page.server.ts'
import { outsideLetter } from '#app/http/passing-on.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

let coordinator: Staff, officer: Staff, company: Staff
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  officer = await makeStaff('officer')
  company = await makeStaff('partner')
})

test('a resident reads the letter in her language, and how to reach whom she was sent to', async () => {
  const { ref, hash } = await makeSubmission({ status: 'in_progress', language: 'ar' })
  const letter = outsideLetter('trafikverket', 'ar', coordinator.signsAs)
  expect(letter).toContain('Trafikverket')
  expect(letter).toContain('مرحبًا')
  expect(letter).toContain('På svenska:')
  const sent = await redirectOutside(coordinator, ref, { from: 'in_progress', outside: 'trafikverket', letter })
  expect(sent).toEqual({ redirected: 'trafikverket' })

  const thread = (await threadUnderCode(hash))!
  const { status, events } = await casePage('ar', hash, { thread, now: new Date() })
  expect(status).toBe('redirected')
  const told = events.find((event) => event.kind === 'moved' && event.outside)
  expect(told).toMatchObject({ reason: letter, outside: outsideContacts.trafikverket })
})

test('a case that goes on after that still shows whom its resident was sent to, and when', async () => {
  const { ref } = await makeSubmission()
  await redirectOutside(coordinator, ref, { from: 'received', outside: 'vasttrafik', letter: 'Hej!' })
  await move(coordinator, ref, { from: 'redirected', to: 'in_progress' })
  const found = await findForStaff(coordinator, ref)
  expect(found?.moves.map(({ toStatus, outside }) => [toStatus, outside])).toEqual([
    ['redirected', 'vasttrafik'],
    ['in_progress', null],
  ])
})

test('nobody is sent anywhere by who does not handle the case, from where it does not stand, or once it is answered', async () => {
  const { ref } = await makeSubmission()
  const answered = await makeSubmission({ status: 'answered' })
  const letter = { outside: 'skatteverket', letter: 'Hej!' } as const
  expect(await redirectOutside(officer, ref, { from: 'received', ...letter })).toEqual({ refused: 'not-found' })
  expect(await redirectOutside(coordinator, ref, { from: 'screening', ...letter })).toEqual({
    refused: 'changed-meanwhile',
  })
  expect(await redirectOutside(coordinator, answered.ref, { from: 'answered', ...letter })).toEqual({
    refused: 'wrong-status',
  })
})

test('a company is not told to whom the resident was sent', async () => {
  const { ref } = await makeSubmission({ status: 'in_progress' })
  await route(coordinator, ref, { organisation: company.organisation, rewrittenBody: 'En lampa.' })
  await redirectOutside(coordinator, ref, { from: 'in_progress', outside: 'varden', letter: 'Ring vården.' })
  const found = await findForStaff(company, ref)
  expect(found?.moves.at(-1)).toMatchObject({ toStatus: 'redirected', reason: '', outside: null })
  expect(JSON.stringify(found)).not.toContain('varden')
})

test('everybody outside has a page of its own, and no telephone number that nobody could confirm', () => {
  for (const outside of outsideAuthorities) {
    const { phone } = outsideContacts[outside]
    if (outside === 'raddningstjansten') expect(phone).toBeUndefined()
    else expect(phone).toMatch(/^[\d-][\d -]+$/)
    expect(outsideContacts[outside].web).toMatch(/^https:\/\/www\.[a-z0-9]+\.(se|nu)/)
  }
})
