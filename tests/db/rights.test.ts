import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, everyone, errorCode, worker, type Viewer } from '#db/client.server.ts'
import { makeSubmission } from '../support/make-submission.ts'

const denied = '42501'

/** What the database itself says to a statement under a viewer's role, whatever the query layer would have asked. */
const told = (viewer: Viewer, statement: string) =>
  as(viewer, (tx) => tx.execute(sql.raw(statement))).then(
    (rows) => [...rows],
    (error: unknown) => errorCode(error),
  )

const aResident: Viewer = { as: 'resident' }
const staffViewer: Viewer = { as: 'staff', id: 'nobody', organisation: 'polisen' }

test.each([
  ['select body from submissions'],
  ['select lat, lon from submissions'],
  ['select email from bells'],
  ['select code_hash from followers'],
  ['select heard from ratings'],
  ['select sealed from photos'],
  ['select photo_id from public_photos'],
  ['select boxes from photo_edits'],
  ['select answers from submissions'],
  ['select fingerprint from submissions'],
  ['select code_hash from submissions'],
  ['select * from messages'],
  ['select * from notes'],
  ['select * from moves'],
  ['select name, email from bookings'],
  ['select * from staff'],
  ['select * from audit_lines'],
  ['select * from lasting_keys'],
  ['select * from outbox'],
  ['select * from registers'],
  ['select * from registrations'],
  ['select * from secrecy_marks'],
  ['select * from disposal_rules'],
  ['select * from disposals'],
  ['select * from audit_anchors'],
])('the public has no right to: %s', async (statement) => {
  expect(await told(everyone, statement)).toContain(denied)
})

test('the public sees no submission that is not published, even without a where-clause', async () => {
  const { ref } = await makeSubmission()
  const rows = (await told(everyone, 'select ref from submissions')) as { ref: string }[]
  expect(rows.map((row) => row.ref)).not.toContain(ref)
})

test('a resident without her code reaches no submission, message or move', async () => {
  await makeSubmission()
  const resident: Viewer = { as: 'resident', codeHash: 'somebody else' }
  expect(await told(resident, 'select id from submissions')).toEqual([])
  expect(await told(resident, 'select id from messages')).toEqual([])
  expect(await told(resident, 'select id from moves')).toEqual([])
})

test.each([
  ['resident', aResident],
  ['member of staff', staffViewer],
  ['worker', worker],
])('no %s can delete a submission, a message or an audit line, or change an audit line', async (_who, viewer) => {
  expect(await told(viewer, 'delete from submissions')).toContain(denied)
  expect(await told(viewer, 'delete from messages')).toContain(denied)
  expect(await told(viewer, 'delete from audit_lines')).toContain(denied)
  expect(await told(viewer, "update audit_lines set event = 'other'")).toContain(denied)
})

test('nobody but the worker reaches the counters of the registers or the anchors of the audit', async () => {
  for (const viewer of [everyone, aResident, staffViewer])
    for (const table of ['registers', 'audit_anchors', 'tip_audit_lines'])
      expect(await told(viewer, `select * from ${table}`)).toContain(denied)
})

test('nobody but sign-in reads passwords, sessions or lasting keys', async () => {
  for (const viewer of [aResident, staffViewer, worker]) {
    expect(await told(viewer, 'select password from staff_accounts')).toContain(denied)
    expect(await told(viewer, 'select token from staff_sessions')).toContain(denied)
    expect(await told(viewer, 'select wrapped from lasting_keys')).toContain(denied)
  }
})
