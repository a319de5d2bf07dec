import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { drafts } from '#db/schema/drafts.ts'
import { bells } from '#db/schema/followers.ts'
import { dayKeys } from '#db/schema/records.ts'
import { daily } from '#app/jobs/daily.server.ts'
import { bookingsOf, signedUp } from '../support/bookings.ts'
import { makeDialogue } from '../support/make-dialogue.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'
import { moveDialogue } from '../support/move-dialogue.ts'

test('each night old day keys, bookings of old dialogues, unconfirmed addresses and drafts that were left are erased, however often it is done', async () => {
  const { id, slug } = await makeDialogue()
  await signedUp(slug, { name: 'Zahra' })
  await moveDialogue(id, -40)
  await as({ as: 'seed' }, (tx) => tx.insert(dayKeys).values({ day: '2020-01-01', key: 'x' }).onConflictDoNothing())
  const email = `${crypto.randomUUID()}@example.com`
  await makeSubmission({ contactEmail: email })
  const weekAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000)
  await as({ as: 'seed' }, (tx) => tx.update(bells).set({ askedAt: weekAgo }).where(eq(bells.email, email)))
  const { id: staffId } = await makeStaff('coordinator')
  const draft = { staffId, form: 'answer-many', fields: {}, savedAt: new Date('2020-01-01T12:00:00Z') } as const
  await as({ as: 'seed' }, (tx) => tx.insert(drafts).values(draft))
  await daily()
  await daily()
  expect(await as({ as: 'seed' }, (tx) => tx.select().from(drafts).where(eq(drafts.staffId, staffId)))).toEqual([])
  expect(await bookingsOf(id)).toMatchObject([{ name: '' }])
  expect(await as({ as: 'seed' }, (tx) => tx.select().from(dayKeys).where(eq(dayKeys.day, '2020-01-01')))).toEqual([])
  expect(await as({ as: 'seed' }, (tx) => tx.select().from(bells).where(eq(bells.email, email)))).toEqual([])
})
