import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { audit } from '#app/domain/audit.server.ts'
import { auditFilter } from '#app/domain/audit/input.server.ts'
import { auditedPeople, searchAudit } from '#app/domain/audit/search-audit.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const of = (asked: Record<string, string> = {}) => auditFilter.parse(asked)

test('an administrator finds what was done by event, by person, by case and by day', async () => {
  const [admin, coordinator] = [await makeStaff('admin'), await makeStaff('coordinator')]
  const { id, ref } = await makeSubmission({ category: 'lighting' })
  await note(coordinator, ref, 'Hemligt innehåll')
  const about = await searchAudit(admin, of({ subject: ref.toLowerCase() }))
  expect(about.lines.map(({ event }) => event)).toEqual(['note-written', 'submission-received'])
  expect(about.lines[0]).toMatchObject({ personName: coordinator.name, subject: `submission:${id}`, ref: undefined })
  const byPerson = await searchAudit(admin, of({ person: coordinator.id, event: 'note-written' }))
  expect(byPerson.lines).toHaveLength(1)
  expect(JSON.stringify([about, byPerson])).not.toContain('Hemligt')
  expect((await searchAudit(admin, of({ person: coordinator.id, to: '2020-01-01' }))).lines).toEqual([])
  expect((await searchAudit(admin, of({ person: coordinator.id, from: '2020-01-01' }))).lines.length).toBeGreaterThan(0)
})

test('that somebody read the audit is a line of it, with what was asked for', async () => {
  const admin = await makeStaff('admin')
  await searchAudit(admin, of({ event: 'signed-in', from: '2026-01-01' }))
  const { lines } = await searchAudit(admin, of({ person: admin.id, event: 'audit-read' }))
  expect(lines.map(({ details }) => details)).toEqual([{ event: 'signed-in', from: '2026-01-01' }])
})

test('each page goes on where the one before ended, however many lines come meanwhile', async () => {
  const admin = await makeStaff('admin')
  const subject = `test:${crypto.randomUUID()}`
  const add = (count: number) =>
    as({ as: 'worker' }, async (tx) => {
      for (let line = 0; line < count; line++) await audit(tx, { event: 'tried', subject })
    })
  await add(70)
  const first = await searchAudit(admin, of({ subject }))
  expect([first.lines.length, first.more]).toEqual([50, true])
  await add(3)
  const second = await searchAudit(admin, of({ subject, before: String(first.lines.at(-1)!.id) }))
  expect([second.lines.length, second.more]).toEqual([20, false])
  expect(new Set([...first.lines, ...second.lines].map(({ id }) => id)).size).toBe(70)
})

test('a registrar sees the lines of her own authority only, and may go to its cases', async () => {
  const registrar = await makeStaff('registrar')
  const officer = await makeStaff('officer')
  const own = await makeSubmission({ category: 'lighting' })
  const other = await makeSubmission({ category: 'traffic' })
  await note(officer, other.ref, 'Polisens anteckning')
  expect((await searchAudit(registrar, of({ subject: own.ref }))).lines).toMatchObject([
    { event: 'submission-received', ref: own.ref },
  ])
  expect((await searchAudit(registrar, of({ subject: other.ref }))).lines).toEqual([])
  expect((await searchAudit(registrar, of({ person: officer.id }))).lines).toEqual([])
  const people = (await auditedPeople(registrar)).map(({ id }) => id)
  expect(people).toContain(registrar.id)
  expect(people).not.toContain(officer.id)
})

test('the database gives a registrar the lines of her own authority alone, whatever the statement forgot', async () => {
  const mine = await makeStaff('registrar', 'goteborg')
  const theirs = await makeStaff('registrar', 'polisen')
  const [officer, coordinator] = [await makeStaff('officer'), await makeStaff('coordinator')]
  const [own, other] = [await makeSubmission({ category: 'lighting' }), await makeSubmission({ category: 'traffic' })]
  await note(officer, other.ref, 'Polisens anteckning')
  await note(coordinator, own.ref, 'Stadens anteckning')
  const apart = `test:${crypto.randomUUID()}`
  await as({ as: 'worker' }, (tx) => audit(tx, { event: 'tried', subject: apart }))
  const subjects = [`submission:${own.id}`, `submission:${other.id}`, apart]
  const seenBy = async (staff: Staff) => {
    const rows = await as(staff, (tx) => tx.execute<{ subject: string }>(sql`select subject from audit_lines`))
    return subjects.filter((one) => rows.some(({ subject }) => subject === one))
  }
  expect(await seenBy(mine)).toEqual([subjects[0]])
  expect(await seenBy(theirs)).toEqual([subjects[1]])
  expect(await seenBy({ ...mine, organisation: 'polisen', authority: 'polisen' })).toEqual([subjects[0]])
  expect(await seenBy(await makeStaff('admin'))).toEqual(subjects)
})

test('only an administrator and a registrar read the audit', async () => {
  for (const role of ['officer', 'coordinator', 'partner', 'organiser', 'analyst'] as const)
    await expect(searchAudit(await makeStaff(role), of())).rejects.toThrow(/may not audit\.read/)
})
