import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { submissions, type Status } from '#db/schema/submissions.ts'
import { reopen } from '#app/domain/submissions/reopen.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import { formTokenOfOurs } from '../../support/form-token.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const newForm = async (message = 'Den lyser fortfarande inte.') => ({
  message,
  formToken: await formTokenOfOurs(),
})
const daysLater = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
const threadOf = async (hash: string) => (await threadUnderCode(hash))!

test.each<[Status, 'concern' | 'idea']>([
  ['answered', 'concern'],
  ['closed', 'idea'],
])('what was %s is looked at again, with the words of the resident', async (status, kind) => {
  const { id, hash } = await makeSubmission({ status: status as 'answered', kind })
  expect(await reopen(hash, await newForm())).toEqual({ reopened: true })
  const { submission, messages, moves } = await threadOf(hash)
  expect(submission.status).toBe('reopen_requested')
  expect(moves.at(-1)?.toStatus).toBe('reopen_requested')
  expect(messages.map(({ sender, body }) => [sender, body])).toEqual([['resident', 'Den lyser fortfarande inte.']])
  expect((await auditOf(id)).slice(-2).map(({ event }) => event)).toEqual(['message-received', 'submission-moved'])
})

test('asked twice from one form it is asked once', async () => {
  const { hash } = await makeSubmission({ status: 'answered' })
  const form = await newForm()
  expect(await Promise.all([reopen(hash, form), reopen(hash, form)])).toEqual([{ reopened: true }, { reopened: true }])
  expect((await threadOf(hash)).messages).toHaveLength(1)
})

test('on the sixtieth day it can still be asked, on the sixty-first it is told kindly that it is too late', async () => {
  const { hash } = await makeSubmission({ status: 'answered' })
  expect(await reopen(hash, await newForm(), daysLater(61))).toEqual({ refused: 'too-late-to-reopen' })
  expect((await threadOf(hash)).messages).toEqual([])
  expect(await reopen(hash, await newForm(), daysLater(60))).toEqual({ reopened: true })
})

test('the days are counted anew from when it was closed', async () => {
  const { id, hash } = await makeSubmission({ status: 'closed' })
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(submissions)
      .set({ statusAt: daysLater(-59) })
      .where(eq(submissions.id, id)),
  )
  expect(await reopen(hash, await newForm())).toEqual({ reopened: true })
})

test.each<Status>(['received', 'screening', 'in_progress', 'waiting_for_resident', 'redirected', 'not_pursued'])(
  'what is %s is not over, so it is not opened again',
  async (status) => {
    const { hash } = await makeSubmission({ status: status as 'received' })
    expect(await reopen(hash, await newForm())).toEqual({ refused: 'wrong-status' })
    expect((await threadOf(hash)).submission.status).toBe(status)
  },
)

test('an unknown code and a stale form are refused', async () => {
  const { hash } = await makeSubmission({ status: 'answered' })
  expect(await reopen('no such hash', await newForm())).toEqual({ refused: 'not-found' })
  expect(await reopen(hash, { message: 'Hej', formToken: 'made-up' })).toEqual({ refused: 'stale-form' })
})
