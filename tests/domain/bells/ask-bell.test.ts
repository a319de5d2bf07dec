import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as, type Tx } from '#db/client.server.ts'
import { bells } from '#db/schema/followers.ts'
import { askBell } from '#app/domain/bells/ask-bell.server.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const bellsOf = (id: string) => as({ as: 'seed' }, (tx) => tx.select().from(bells).where(eq(bells.submissionId, id)))
const asResident = <Result>(codeHash: string, work: (tx: Tx) => Promise<Result>) =>
  as({ as: 'resident', codeHash }, work)

test('an address that was left waits to be confirmed, and asked twice it is one bell', async () => {
  const { id, hash } = await makeSubmission()
  for (let time = 0; time < 2; time++)
    await asResident(hash, (tx) => askBell(tx, { submissionId: id, email: 'amina@example.com', language: 'so' }))
  expect(await bellsOf(id)).toMatchObject([{ email: 'amina@example.com', language: 'so', confirmedAt: null }])
})

test('nobody hangs a bell on the submission of somebody else', async () => {
  const [own, other] = [await makeSubmission(), await makeSubmission()]
  const asked = asResident(own.hash, (tx) => askBell(tx, { submissionId: other.id, email: 'x@y.se', language: 'sv' }))
  await expect(asked).rejects.toThrow()
  expect(await bellsOf(other.id)).toEqual([])
})
