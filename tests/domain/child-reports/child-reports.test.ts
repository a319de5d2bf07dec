import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, errorCode, everyone } from '#db/client.server.ts'
import { childReports } from '#db/schema/child-reports.ts'
import { childReportInput } from '#app/domain/child-reports/input.server.ts'
import { noteChildReport } from '#app/domain/child-reports/note-child-report.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { merge } from '#app/domain/submissions/merge.server.ts'
import { route } from '#app/domain/submissions/route.server.ts'
import { unmerge } from '#app/domain/submissions/unmerge.server.ts'
import { dayOf, daysAfter } from '#app/domain/submissions/working-days.server.ts'
import { disclosureForm } from '#app/http/disclosure.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const denied = 'PostgresError 42501'
const seed = { as: 'seed' } as const
const today = dayOf(new Date())
const made = { reportedOn: today, receiver: 'nordost' } as const
let coordinator: Staff, officer: Staff, registrar: Staff, outsiders: Staff[]
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  officer = await makeStaff('officer')
  registrar = await makeStaff('registrar', 'goteborg')
  outsiders = [
    await makeStaff('partner', 'faltenheten'),
    await makeStaff('partner', 'gardstensbostader'),
    await makeStaff('coordinator', 'trygghetssamordningen', ['603']),
    await makeStaff('admin'),
    await makeStaff('analyst'),
    await makeStaff('organiser'),
  ]
})
const seen = async (staff: Staff, ref: string) => (await findForStaff(staff, ref))?.childReports
const rowsFor = (staff: Staff) =>
  as(staff, (tx) => tx.execute(sql`select id from child_reports`)).then((rows) => rows.length || 'none', errorCode)

test('that a report of concern was made is read by those of the authority that has the case, and by nobody else', async () => {
  const { id, ref } = await makeSubmission({ status: 'in_progress', category: 'youths-at-risk' })
  const polices = (await findForStaff(coordinator, ref)) === undefined
  const [own, other] = polices ? [officer, coordinator] : [coordinator, officer]
  for (const organisation of ['faltenheten', 'gardstensbostader'])
    await route(own, ref, { organisation, rewrittenBody: 'Någon är orolig.' })
  expect(await noteChildReport(own, ref, made)).toHaveProperty('noted')
  expect(await seen(own, ref)).toMatchObject([{ ...made, signedAs: own.signsAs }])
  for (const staff of [other, ...outsiders]) {
    expect((await seen(staff, ref)) ?? [], staff.role).toEqual([])
    expect(await rowsFor(staff), staff.role).toBe(staff.organisationKind === 'company' ? denied : 'none')
  }
  for (const viewer of [everyone, { as: 'resident', codeHash: 'x' } as const])
    expect(await as(viewer, (tx) => tx.execute(sql`select id from child_reports`)).then(() => 'read', errorCode)).toBe(
      denied,
    )
  const line = (await auditOf(id)).at(-1)
  expect(line).toMatchObject({ event: 'child-report-noted', staffId: own.id, details: {} })
})

test('it is noted as herself, on her own authority’s case, on a day that has come, and never changed', async () => {
  const { id, ref } = await makeSubmission()
  const tomorrow = daysAfter(today, 1)
  expect(await noteChildReport(coordinator, ref, { ...made, reportedOn: tomorrow })).toEqual({ refused: 'future-day' })
  expect(await noteChildReport(officer, ref, made)).toEqual({ refused: 'not-found' })
  await expect(noteChildReport(registrar, ref, made)).rejects.toThrow('may not triage')
  const row = { submissionId: id, ...made, signedAs: coordinator.signsAs }
  const insert = (staff: Staff, by: { authority: 'polisen' | 'goteborg'; staffId: string }) =>
    as(staff, (tx) => tx.insert(childReports).values({ ...row, ...by })).then(() => 'written', errorCode)
  expect(await insert(officer, { authority: 'polisen', staffId: officer.id })).toBe(denied)
  expect(await insert(coordinator, { authority: 'goteborg', staffId: officer.id })).toBe(denied)
  expect(await insert(coordinator, { authority: 'polisen', staffId: coordinator.id })).toBe(denied)
  await noteChildReport(coordinator, ref, made)
  for (const change of [sql`update child_reports set receiver = 'elsewhere'`, sql`delete from child_reports`])
    expect(await as(coordinator, (tx) => tx.execute(change)).then(() => 'changed', errorCode)).toBe(denied)
})

test('no name can be written into it', () => {
  expect(childReportInput.parse({ ...made, receiver: 'nordost', name: 'Kalle', body: 'Kalle' })).toEqual(made)
  for (const wrong of [{ ...made, receiver: 'Kalle' }, { ...made, reportedOn: 'Kalle' }, {}])
    expect(childReportInput.safeParse(wrong).success).toBe(false)
})

test('handed over, it stays with the authority that noted it, as notes do', async () => {
  const { id, ref } = await makeSubmission({ status: 'in_progress' })
  await noteChildReport(coordinator, ref, made)
  await handOver(coordinator, ref, { from: 'in_progress', to: 'polisen', message: 'Vi har lämnat över.' })
  expect(await seen(officer, ref)).toEqual([])
  expect(await seen(coordinator, ref)).toBeUndefined()
  expect(await as(seed, (tx) => tx.$count(childReports, eq(childReports.submissionId, id)))).toBe(1)
})

test('it follows its case through a merge that is undone', async () => {
  const [own, into] = [await makeSubmission(), await makeSubmission()]
  await noteChildReport(coordinator, own.ref, made)
  await merge(coordinator, own.ref, { from: 'received', into: into.ref })
  expect(await seen(coordinator, own.ref)).toMatchObject([made])
  expect(await seen(coordinator, into.ref)).toEqual([])
  await unmerge(coordinator, own.ref)
  expect(await seen(coordinator, own.ref)).toMatchObject([made])
})

test('a registrar who gives the case out finds it, masked like a note unless she chooses otherwise', async () => {
  const { ref } = await makeSubmission()
  await noteChildReport(coordinator, ref, made)
  const { parts } = await disclosureForm(registrar, (await findForStaff(registrar, ref))!, 'sv')
  const part = parts.find(({ id }) => id.startsWith('child-report-'))
  expect(part).toMatchObject({ label: 'Notering om orosanmälan', internal: true })
  expect(part!.passages.map(({ text }) => text).join(' ')).toContain('Socialtjänsten i Nordost')
})
