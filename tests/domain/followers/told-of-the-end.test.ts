import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { closeAnswered } from '#app/domain/submissions/close-answered.server.ts'
import { move } from '#app/domain/submissions/move.server.ts'
import { daysUntilClosed } from '#app/domain/submissions/statuses.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
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

test.each(['redirected', 'not_pursued'] as const)(
  'that a case is %s is to be read by the resident and by those who follow it',
  async (to) => {
    const { id, ref } = await makeSubmission({ status: 'in_progress', published })
    const coordinator = await makeStaff('coordinator')
    expect(await move(coordinator, ref, { from: 'in_progress', to, reason: 'En annan tar över.' })).toEqual({
      moved: to,
    })
    expect(await rung(id)).toEqual([{ submissionId: id, public: true }])
  },
)

test('staff who close a case and say why ring for the resident, who alone reads it', async () => {
  const { id, ref, hash } = await makeSubmission({ status: 'answered', published })
  const reason = 'Lampan är bytt.'
  await move(await makeStaff('coordinator'), ref, { from: 'answered', to: 'closed', reason })
  expect((await threadUnderCode(hash))?.moves.at(-1)).toMatchObject({ toStatus: 'closed', reason })
  expect(await rung(id)).toEqual([{ submissionId: id, public: false }])
})

test('a case that staff close without a word rings for nobody', async () => {
  const { id, ref } = await makeSubmission({ status: 'answered', published })
  expect(await move(await makeStaff('coordinator'), ref, { from: 'answered', to: 'closed' })).toEqual({
    moved: 'closed',
  })
  expect(await rung(id)).toEqual([])
})

test('who asked for a case to be opened again is told why, when it is closed instead', async () => {
  const { id, ref } = await makeSubmission({ status: 'reopen_requested' })
  const coordinator = await makeStaff('coordinator')
  const closing = { from: 'reopen_requested', to: 'closed' } as const
  expect(await move(coordinator, ref, closing)).toEqual({ refused: 'reason-missing' })
  const reason = 'Det du skriver om är en annan väg. Skriv gärna en ny.'
  expect(await move(coordinator, ref, { ...closing, reason })).toEqual({ moved: 'closed' })
  expect(await rung(id)).toEqual([{ submissionId: id, public: false }])
})

test('a case that closes by itself rings for nobody: its page has said that it would', async () => {
  const { id, hash } = await makeSubmission({ status: 'answered', published })
  const longAgo = new Date(Date.now() - 61 * 86_400_000)
  await as({ as: 'seed' }, (tx) => tx.update(submissions).set({ statusAt: longAgo }).where(eq(submissions.id, id)))
  expect(words('sv')('statuses:next.answered')).toContain(`${daysUntilClosed} dagar`)
  await closeAnswered()
  expect((await threadUnderCode(hash))?.submission.status).toBe('closed')
  expect(await rung(id)).toEqual([])
})

test('nobody is told of a move that only staff see', async () => {
  const { id, ref } = await makeSubmission({ status: 'screening' })
  await move(await makeStaff('coordinator'), ref, { from: 'screening', to: 'in_progress' })
  expect(await rung(id)).toEqual([])
})
