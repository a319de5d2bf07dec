import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { legalMoves, statuses, submissions, type Status } from '#db/schema/submissions.ts'
import { staffMoves } from '#app/domain/submissions/staff-moves.ts'
import { nextStatuses } from '#app/domain/submissions/statuses.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const pairs = (table: Record<Status, readonly Status[]>) =>
  Object.entries(table).flatMap(([from, nexts]) => nexts.map((to) => `${from} → ${to}`))

test('the table of legal moves in the database is the one in the code', async () => {
  const rows = await as({ as: 'seed' }, (tx) => tx.select().from(legalMoves))
  expect(rows.map((row) => `${row.fromStatus} → ${row.toStatus}`).sort()).toEqual(pairs(nextStatuses).sort())
})

test('staff can make no move by hand that is not legal', () => {
  for (const from of statuses)
    for (const to of staffMoves(from)) expect(nextStatuses[from], `${from} → ${to}`).toContain(to)
})

test('the database refuses every illegal move, whoever asks', async () => {
  const reached = statuses.filter((status) => status !== 'merged')
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...reached), fc.constantFrom(...statuses), async (from, to) => {
      const { id } = await makeSubmission({ status: from })
      const moved = as({ as: 'seed' }, (tx) =>
        tx.update(submissions).set({ status: to }).where(eq(submissions.id, id)),
      ).then(
        () => true,
        () => false,
      )
      expect(await moved).toBe(from === to || nextStatuses[from].includes(to))
    }),
    { numRuns: 60 },
  )
})

test('a submission can only start as received', async () => {
  const { id } = await makeSubmission()
  const copy = as({ as: 'seed' }, async (tx) => {
    const [row] = await tx.select().from(submissions).where(eq(submissions.id, id))
    const { id: _, ...rest } = row!
    await tx
      .insert(submissions)
      .values({ ...rest, ref: 'XXXX-0000', codeHash: 'x', registrationNumber: null, status: 'answered' })
  })
  await expect(copy).rejects.toThrow()
})

test('no tip can be kept, not even by the owner of the database', async () => {
  const { id } = await makeSubmission()
  const change = as({ as: 'seed' }, (tx) => tx.update(submissions).set({ kind: 'tip' }).where(eq(submissions.id, id)))
  await expect(change).rejects.toThrow()
})
