import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { submissions } from '#db/schema/submissions.ts'
import { auditFilter } from '#app/domain/audit/input.server.ts'
import { searchAudit } from '#app/domain/audit/search-audit.server.ts'
import { registerSubmission } from '#app/domain/records/register-submission.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { note } from '#app/domain/submissions/note.server.ts'
import { sealAsTip } from '#app/domain/tips/seal-as-tip.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'
import { newHolders, withoutKeys, withoutTips } from '../../support/new-holders.ts'

const handedOver = 'submission-handed-over'
let officer: Staff, registrar: Staff, admin: Staff
beforeAll(async () => {
  const { officers } = await newHolders(2)
  officer = officers[0]!.staff
  ;[registrar, admin] = [await makeStaff('registrar', 'polisen'), await makeStaff('admin')]
})
afterAll(async () => {
  await withoutTips()
  await withoutKeys()
})

async function registered() {
  const { id, ref } = await makeSubmission({ category: 'drugs' })
  await registerSubmission(id)
  const [row] = await as({ as: 'seed' }, (tx) =>
    tx.select({ number: submissions.registrationNumber }).from(submissions).where(eq(submissions.id, id)),
  )
  return { id, ref, number: row!.number! }
}

const eventsOf = async (viewer: Staff, id: string) => {
  const { event, subject } = auditLines
  const rows = await as(viewer, (tx) =>
    tx
      .select({ event })
      .from(auditLines)
      .where(eq(subject, `submission:${id}`)),
  )
  return rows.map((row) => row.event)
}

test('the registrar, who has the register beside it, finds no line of who sealed a case and when', async () => {
  const [sealed, kept] = [await registered(), await registered()]
  await note(officer, sealed.ref, 'En anteckning')
  expect(await sealAsTip(officer, sealed.ref)).toEqual({ sealed: sealed.ref })
  // The same line of a case that is still kept here she reads.
  const line = { event: handedOver, subject: `submission:${kept.id}`, staffId: officer.id }
  await as({ as: 'seed' }, (tx) => tx.insert(auditLines).values(line))
  const events = await eventsOf(registrar, sealed.id)
  expect(events).toContain('note-written')
  expect(events).not.toContain(handedOver)
  expect(await eventsOf(registrar, kept.id)).toContain(handedOver)
  const { lines } = await searchAudit(registrar, auditFilter.parse({ event: handedOver }))
  expect(lines.map(({ subject }) => subject)).not.toContain(`submission:${sealed.id}`)
})

test('an administrator finds the lines of a sealed case by its number, as of any that was handed over', async () => {
  const { id, ref, number } = await registered()
  await sealAsTip(officer, ref)
  const { lines } = await searchAudit(admin, auditFilter.parse({ subject: number.toLowerCase() }))
  expect(new Set(lines.map(({ subject }) => subject))).toEqual(new Set([`submission:${id}`]))
  expect(lines.map(({ event }) => event)).toEqual(
    expect.arrayContaining([handedOver, 'submission-received', 'submission-registered']),
  )
  const { lines: hers } = await searchAudit(registrar, auditFilter.parse({ subject: number }))
  expect(hers).toEqual([])
})
