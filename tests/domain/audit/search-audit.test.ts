import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { audit } from '#app/domain/audit.server.ts'
import { auditFilter } from '#app/domain/audit/input.server.ts'
import { auditedPeople, searchAudit } from '#app/domain/audit/search-audit.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { noteChildReport } from '#app/domain/child-reports/note-child-report.server.ts'
import { disclose } from '#app/domain/records/disclose.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { prioritise } from '#app/domain/submissions/prioritise.server.ts'
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

describe('of a case that was handed over', () => {
  let officer: Staff, coordinator: Staff, citys: Staff, polices: Staff
  beforeAll(async () => {
    ;[officer, coordinator] = [await makeStaff('officer'), await makeStaff('coordinator')]
    ;[citys, polices] = [await makeStaff('registrar', 'goteborg'), await makeStaff('registrar', 'polisen')]
  })

  const message = 'Ärendet är överlämnat.'
  const linesFor = async (staff: Staff, { id }: { id: string }) => {
    const { lines } = await searchAudit(staff, of({ subject: `submission:${id}` }))
    // However she asks: the database itself gives her no other line.
    const rows = await as(staff, (tx) =>
      tx.execute<{ event: string }>(
        sql`select event from audit_lines where subject = ${`submission:${id}`} order by id desc`,
      ),
    )
    const events = rows.map(({ event }) => event)
    expect(lines.map(({ event }) => event)).toEqual(events)
    return events.reverse()
  }

  /** What an officer does with a case that is nobody else's business, and then hands it over. */
  async function handledInConfidence() {
    const made = await makeSubmission({ category: 'traffic', status: 'in_progress' })
    const { ref, id } = made
    await registerSubmission(id)
    await note(officer, ref, 'Bara för polisen.')
    await noteChildReport(officer, ref, { reportedOn: '2026-11-20', receiver: 'on-call' })
    await prioritise(officer, ref, { from: 'normal', to: 'high' })
    await disclose(polices, ref, { file: 'Utlämnat.', masked: 0, words: 1, photos: 0 })
    const at = new Date(Date.now() + 60_000)
    await answer(officer, ref, { body: { sv: 'Vi mäter farten.' }, audience: 'public', after: 0, at })
    await as({ as: 'worker' }, (tx) => audit(tx, { event: 'rule-applied', subject: `submission:${id}` }))
    await handOver(officer, ref, { from: 'in_progress', to: 'goteborg', message })
    return made
  }

  test('the next registrar reads nothing of how the former authority handled it, and all that is done from then on', async () => {
    const made = await handledInConfidence()
    expect(await linesFor(citys, made)).toEqual(['submission-handed-over'])
    await registerSubmission(made.id)
    await note(coordinator, made.ref, 'Stadens anteckning.')
    expect(await linesFor(citys, made)).toEqual(['submission-handed-over', 'submission-registered', 'note-written'])
  })

  test('the former registrar still reads what her own staff did, and nothing of what the next ones do', async () => {
    const made = await handledInConfidence()
    await note(coordinator, made.ref, 'Stadens anteckning.')
    const events = await linesFor(polices, made)
    for (const event of ['note-written', 'child-report-noted', 'act-planned', 'submission-prioritised'])
      expect(events.filter((one) => one === event)).toHaveLength(1)
  })

  test('handed back, it has for each of the two the lines of her own alone', async () => {
    const made = await handledInConfidence()
    await note(coordinator, made.ref, 'Stadens anteckning.')
    await noteChildReport(coordinator, made.ref, { reportedOn: '2026-11-20', receiver: 'nordost' })
    await handOver(coordinator, made.ref, { from: 'in_progress', to: 'polisen', message })
    await note(officer, made.ref, 'Tillbaka hos polisen.')
    const ours = await linesFor(polices, made)
    expect(ours.filter((event) => event === 'note-written')).toHaveLength(2)
    expect(ours.filter((event) => event === 'child-report-noted')).toHaveLength(1)
    expect(ours.filter((event) => event === 'submission-handed-over')).toHaveLength(2)
    const theirs = await linesFor(citys, made)
    expect(theirs).toEqual(['note-written', 'child-report-noted', 'submission-handed-over'])
  })

  test('an administrator reads all of it', async () => {
    const made = await handledInConfidence()
    const events = await linesFor(await makeStaff('admin'), made)
    for (const event of ['submission-received', 'rule-applied', 'act-planned', 'child-report-noted', 'case-disclosed'])
      expect(events).toContain(event)
  })
})

test('only an administrator and a registrar read the audit', async () => {
  for (const role of ['officer', 'coordinator', 'partner', 'organiser', 'analyst'] as const)
    await expect(searchAudit(await makeStaff(role), of())).rejects.toThrow(/may not audit\.read/)
})
