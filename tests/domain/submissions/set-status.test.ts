import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { moves, submissions } from '#db/schema/submissions.ts'
import { setStatus } from '#app/domain/submissions/set-status.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const read = (id: string) =>
  as({ as: 'seed' }, async (tx) => ({
    row: (await tx.select().from(submissions).where(eq(submissions.id, id)))[0]!,
    moves: await tx.select().from(moves).where(eq(moves.submissionId, id)),
    events: (await auditOf(id)).map(({ event }) => event),
  }))

test('row, history and audit line of a move stand or fall together', async () => {
  const { id } = await makeSubmission()
  const submission = { id, status: 'received' as const, screenedAt: null }
  const coordinator = await makeStaff('coordinator')
  const broken = as(coordinator, async (tx) => {
    await setStatus(tx, submission, { to: 'screening', staffId: coordinator.id })
    throw new Error('something broke')
  })
  await expect(broken).rejects.toThrow('something broke')
  const before = await read(id)
  expect([before.row.status, before.moves, before.events]).toEqual(['received', [], ['submission-received']])

  await as({ as: 'worker' }, (tx) => setStatus(tx, submission, { to: 'screening' }))
  const after = await read(id)
  expect([after.row.status, after.moves.length, after.events.at(-1)]).toEqual(['screening', 1, 'submission-moved'])
})

test('an illegal move is refused by the database, and leaves nothing behind', async () => {
  const { id } = await makeSubmission()
  const jump = as({ as: 'worker' }, (tx) =>
    setStatus(tx, { id, status: 'received', screenedAt: null }, { to: 'answered' }),
  )
  await expect(jump).rejects.toThrow()
  expect((await read(id)).events).toEqual(['submission-received'])
})
