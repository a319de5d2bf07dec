import { expect, test } from 'vitest'
import { keepMail } from '#app/domain/records/keep-mail.server.ts'
import { keptMail } from '#app/domain/records/kept-mail.server.ts'
import { makeStaff } from '../../support/make-staff.ts'

test('a mail that is kept twice stands once, and the latest stands first', async () => {
  const admin = await makeStaff('admin')
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()]
  for (const id of [one, two, one])
    await keepMail(id, { to: 'a@example.com', subject: `Om ${id}`, text: 'Hej', language: 'sv' })
  const kept = (await keptMail(admin)).filter(({ id }) => id === one || id === two)
  expect(kept.map(({ id }) => id)).toEqual([two, one])
})

test('only an administrator reads the mail that is kept', async () => {
  for (const role of ['officer', 'coordinator', 'organiser', 'analyst'] as const) {
    const staff = await makeStaff(role)
    expect(() => keptMail(staff)).toThrow(/may not outbox\.read/)
  }
})
