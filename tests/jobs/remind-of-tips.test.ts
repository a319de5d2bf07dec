import { sql } from 'drizzle-orm'
import { afterAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import { remindOfTips } from '#app/jobs/remind-of-tips.server.ts'
import { reminderMail } from '#app/mail/reminder-mail.server.ts'
import { toBeReminded } from '#app/domain/tips/unopened.server.ts'
import { makeTip } from '../support/make-tip.ts'
import { newHolders, openKeyOf, withoutKeys, withoutTips } from '../support/new-holders.ts'

afterAll(async () => {
  await withoutTips()
  await withoutKeys()
})

test('a reminder says in Swedish and English that something waits, and not what', () => {
  const { to, subject, text } = reminderMail('officer@police.example')
  expect([to, subject]).toEqual(['officer@police.example', 'Det finns något att öppna / There is something to open'])
  expect(text).toMatch(/Logga in här:[^]*Sign in here:/)
  expect(text).toContain('http://localhost:3000/staff\n')
  expect(`${subject}\n${text}`).not.toMatch(/tip/i)
})

test('where no mail can be sent a reminder leaves neither a kept mail nor a job', async () => {
  const { officers } = await newHolders(2)
  await makeTip(await openKeyOf(officers[0]!), { receivedOn: '2026-11-02' })
  const now = new Date('2026-11-24T08:00:00Z')
  expect(await toBeReminded(now)).toHaveLength(2)
  const left = () =>
    as({ as: 'seed' }, async (tx) => {
      const [jobs] = await tx.execute<{ count: number }>(sql`select count(*)::int as count from pgboss.job`)
      return [jobs?.count, await tx.$count(outbox)]
    })
  const before = await left()
  await remindOfTips(now)
  expect(await left()).toEqual(before)
})
