import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { ratings } from '#db/schema/followers.ts'
import { responses } from '#db/schema/submissions.ts'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { rate } from '#app/domain/submissions/rate.server.ts'
import { makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

async function answered() {
  const made = await makeSubmission({ status: 'in_progress' })
  await answer(await makeStaff('coordinator'), made.ref, {
    body: { sv: 'Vi byter den.' },
    audience: 'resident',
    after: 0,
  })
  return made
}
const saidOf = (id: string) =>
  as({ as: 'seed' }, (tx) =>
    tx
      .select({ version: ratings.responseVersion, heard: ratings.heard })
      .from(ratings)
      .where(eq(ratings.submissionId, id))
      .orderBy(ratings.responseVersion),
  )

test('a resident says whether she felt heard, and may change her mind', async () => {
  const { id, hash } = await answered()
  expect(await rate(hash, { version: 1, heard: 'no' })).toEqual({ rated: 'no' })
  await rate(hash, { version: 1, heard: 'partly' })
  expect(await saidOf(id)).toEqual([{ version: 1, heard: 'partly' }])
})

test('a changed answer is rated by itself', async () => {
  const { id, hash, ref } = await answered()
  await rate(hash, { version: 1, heard: 'no' })
  await answer(await makeStaff('coordinator'), ref, { body: { sv: 'Ny.' }, audience: 'resident', after: 1 })
  await rate(hash, { version: 2, heard: 'yes' })
  expect(await saidOf(id)).toEqual([
    { version: 1, heard: 'no' },
    { version: 2, heard: 'yes' },
  ])
})

test('an answer that is not there, or was withdrawn, is not rated; nor somebody else\u2019s', async () => {
  const { id, hash } = await answered()
  const other = await makeSubmission()
  expect(await rate(hash, { version: 2, heard: 'yes' })).toEqual({ refused: 'not-found' })
  expect(await rate(other.hash, { version: 1, heard: 'yes' })).toEqual({ refused: 'not-found' })
  await as({ as: 'seed' }, (tx) =>
    tx.update(responses).set({ withdrawnAt: new Date() }).where(eq(responses.submissionId, id)),
  )
  expect(await rate(hash, { version: 1, heard: 'yes' })).toEqual({ refused: 'not-found' })
  expect(await saidOf(id)).toEqual([])
})
