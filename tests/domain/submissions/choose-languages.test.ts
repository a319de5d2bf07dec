import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { submissions } from '#db/schema/submissions.ts'
import { chooseLanguages } from '#app/domain/submissions/choose-languages.server.ts'
import { makeSubmission } from '../../support/make-submission.ts'

test('a resident says which language she wrote in and wants to be answered in; her mail comes in it too', async () => {
  const { id, hash } = await makeSubmission({ language: 'sv', contactEmail: 'amina@example.com' })
  expect(await chooseLanguages(hash, { language: 'so', writtenIn: 'ti' })).toEqual({ chosen: true })
  const [row] = await as({ as: 'seed' }, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  const [bell] = await as({ as: 'seed' }, (tx) => tx.select().from(bells).where(eq(bells.submissionId, id)))
  expect(row).toMatchObject({ language: 'so', writtenIn: 'ti' })
  expect(bell?.language).toBe('so')
  await chooseLanguages(hash, { language: 'so', writtenIn: null })
  const [other] = await as({ as: 'seed' }, (tx) => tx.select().from(submissions).where(eq(submissions.id, id)))
  expect(other?.writtenIn).toBeNull()
})

test('without a code nothing changes', async () => {
  expect(await chooseLanguages('no such hash', { language: 'so', writtenIn: 'so' })).toEqual({ refused: 'not-found' })
})
