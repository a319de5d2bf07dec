import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { closeAnswered } from '#app/domain/submissions/close-answered.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const published = { title: 'Trasig lampa', body: 'En lampa lyser inte.' }

/** What is queued to ring about a submission. */
async function rung(id: string): Promise<unknown[]> {
  const jobs = await as({ as: 'seed' }, (tx) =>
    tx.execute(`select data from pgboss.job where name = 'message-to-resident' and data->>'submissionId' = '${id}'`),
  )
  return jobs.map(({ data }) => data)
}

test.each([
  ['answered', 'closed'],
  ['in_progress', 'redirected'],
  ['in_progress', 'not_pursued'],
] as const)('who follows a case is told when it goes from %s to %s', async (from, to) => {
  const { id, ref } = await makeSubmission({ status: from, published })
  const coordinator = await makeStaff('coordinator')
  // An answer is not asked for here: only the move is looked at.
  expect(await move(coordinator, ref, { from, to, reason: 'En annan tar över.' })).toEqual({ moved: to })
  expect(await rung(id)).toEqual([{ submissionId: id, public: true }])
})

test('who follows a case is told when it is closed by itself', async () => {
  const { id } = await makeSubmission({ status: 'answered', published })
  const longAgo = new Date(Date.now() - 61 * 86_400_000)
  await as({ as: 'seed' }, (tx) => tx.update(submissions).set({ statusAt: longAgo }).where(eq(submissions.id, id)))
  await closeAnswered()
  expect(await rung(id)).toEqual([{ submissionId: id, public: true }])
})

test('nobody is told of a move that only staff see', async () => {
  const { id, ref } = await makeSubmission({ status: 'screening' })
  await move(await makeStaff('coordinator'), ref, { from: 'screening', to: 'in_progress' })
  expect(await rung(id)).toEqual([])
})
