import { readFileSync } from 'node:fs'
import { eq, inArray, sql, type SQL } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, errorCode, worker } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import { outbox } from '#db/schema/records.ts'
import { staffSessions, staffVerifications } from '#db/schema/staff.ts'
import { eraseWaitingPhotos } from '#app/domain/photos/erase-waiting-photos.server.ts'
import { eraseKeptMail } from '#app/domain/records/erase-kept-mail.server.ts'
import { retentionDays } from '#app/domain/records/retention.ts'
import { eraseLapsedSessions } from '#app/domain/staff/erase-lapsed-sessions.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { draftsOf } from '#app/domain/submissions/drafts-of.server.ts'
import { eraseManyDrafts } from '#app/domain/submissions/erase-many-drafts.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const now = new Date('2032-05-31T12:00:00Z')
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60 * 1000)
const seed = { as: 'seed' } as const

test('mail that was kept is erased thirty days later', async () => {
  const [old, young] = [crypto.randomUUID(), crypto.randomUUID()]
  const mail = { recipient: 'a@example.com', subject: 'x', body: 'x', language: 'sv' }
  await as(seed, (tx) =>
    tx.insert(outbox).values([
      { id: old, ...mail, keptAt: daysAgo(31) },
      { id: young, ...mail, keptAt: daysAgo(29) },
    ]),
  )
  await as(worker, (tx) => eraseKeptMail(tx, now))
  const left = await as(seed, (tx) =>
    tx
      .select({ id: outbox.id })
      .from(outbox)
      .where(inArray(outbox.id, [old, young])),
  )
  expect(left).toEqual([{ id: young }])
  await as(seed, (tx) => tx.delete(outbox).where(eq(outbox.id, young)))
})

test('sessions and sign-in codes are erased a day after they have lapsed', async () => {
  const { id: staffId } = await makeStaff('analyst')
  const session = (name: string, expiresAt: Date) => ({
    id: `${name} ${staffId}`,
    token: `${name} ${staffId}`,
    staffId,
    expiresAt,
  })
  const code = (name: string, expiresAt: Date) => ({ id: `${name} ${staffId}`, identifier: 'x', value: 'x', expiresAt })
  // In the past, so that no session of another test is near.
  const then = new Date('2001-05-31T12:00:00Z')
  const before = (hours: number) => new Date(then.getTime() - hours * 60 * 60 * 1000)
  await as(seed, async (tx) => {
    await tx.insert(staffSessions).values([session('old', before(25)), session('young', before(23))])
    await tx.insert(staffVerifications).values([code('old', before(25)), code('young', before(23))])
  })
  await as({ as: 'auth' }, (tx) => eraseLapsedSessions(tx, then))
  const left = await as(seed, async (tx) => [
    ...(await tx.select({ id: staffSessions.id }).from(staffSessions).where(eq(staffSessions.staffId, staffId))),
    ...(await tx
      .select({ id: staffVerifications.id })
      .from(staffVerifications)
      .where(inArray(staffVerifications.id, [`old ${staffId}`, `young ${staffId}`]))),
  ])
  expect(left).toEqual([{ id: `young ${staffId}` }, { id: `young ${staffId}` }])
})

test('a photo of a tip that was never sent goes too, and one that belongs to a tip stays', async () => {
  const form = crypto.randomUUID()
  await as(seed, (tx) =>
    tx.execute(sql`insert into tip_photos (form_hash, position, width, height, digest, content, kept_on) values
      (${form}, 0, 1, 1, 'x', '\\x00', '2032-05-29'), (${form}, 1, 1, 1, 'x', '\\x00', '2032-05-30')`),
  )
  await as(worker, (tx) => eraseWaitingPhotos(tx, now))
  const left = await as(seed, (tx) => tx.execute(sql`select position from tip_photos where form_hash = ${form}`))
  expect([...left]).toEqual([{ position: 1 }])
})

test('an answer to many is kept half written for sixty days since it was last saved, and a draft about a case with its case', async () => {
  const { id: submissionId } = await makeSubmission()
  const [old, young] = [await makeStaff('coordinator'), await makeStaff('coordinator')]
  // In the past, so that no draft of another test is near.
  const then = new Date('2001-05-31T12:00:00Z')
  const before = (days: number) => new Date(then.getTime() - days * 24 * 60 * 60 * 1000)
  const fields = { 'answer.sv': 'Vi lagar det' }
  await as(seed, (tx) =>
    tx.insert(drafts).values([
      { staffId: old.id, form: 'answer-many', fields, savedAt: before(61) },
      { staffId: young.id, form: 'answer-many', fields, savedAt: before(59) },
      { staffId: old.id, form: 'answer', submissionId, fields, savedAt: before(61) },
    ]),
  )
  await as(worker, (tx) => eraseManyDrafts(tx, then))
  const left = async (staff: Staff) => [
    ...Object.keys(await draftsOf(staff, null)),
    ...Object.keys(await draftsOf(staff, submissionId)),
  ]
  expect([await left(old), await left(young)]).toEqual([['answer'], ['answer-many']])
  // Of what anybody has half written the worker reads no word, and about a case not even that there is something.
  const asWorker = (asked: SQL) => as(worker, (tx) => tx.execute(asked)).then((rows) => [...rows], errorCode)
  expect(await asWorker(sql`select fields from drafts`)).toContain('42501')
  expect(await asWorker(sql`select form from drafts where form <> 'answer-many'`)).toEqual([])
})

test('SECURITY.md says of everything how many days it is kept, as the code has it', () => {
  const told = [...readFileSync('SECURITY.md', 'utf8').matchAll(/^\| .+? \(`(\w+)`\)\s*\| (\d+)\s*\|/gm)]
  expect(Object.fromEntries(told.map(([, name, days]) => [name, Number(days)]))).toEqual(retentionDays)
})
