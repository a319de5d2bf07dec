import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import { staff as people } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { hearsOfOverdue } from '#app/domain/submissions/hears-of-overdue.server.ts'
import { escalateAt } from '#app/jobs/escalate.server.ts'
import { tellOfOverdue } from '#app/jobs/tell-of-overdue.server.ts'
import { overdueMail } from '#app/mail/overdue-mail.server.ts'
import { makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const seed = { as: 'seed' as const }
const monday = new Date('2026-11-23T07:00:00Z')

async function late(category: 'lighting' | 'traffic', areaCode: string) {
  const { id } = await makeSubmission({ category, areaCode })
  await as(seed, (tx) => tx.update(submissions).set({ dueOn: '2026-11-20' }).where(eq(submissions.id, id)))
  return id
}
const heard = async (now = monday) => (await hearsOfOverdue(now)).map(({ id }) => id)

test('the coordinators hear of what the city is late with, in the areas that they reach', async () => {
  const all = await makeStaff('coordinator')
  const limited = await makeStaff('coordinator', undefined, ['611'])
  const [partner, registrar] = [await makeStaff('partner', 'faltenheten'), await makeStaff('registrar')]
  await late('lighting', '606')
  const told = await heard()
  expect(told).toContain(all.id)
  for (const { id } of [limited, partner, registrar]) expect(told).not.toContain(id)
  await late('lighting', '611')
  expect(await heard()).toContain(limited.id)
})

test('the police have no coordinator: all who handle there hear of it', async () => {
  const officer = await makeStaff('officer')
  await late('traffic', '606')
  expect(await heard()).toContain(officer.id)
})

test('nobody hears of it on a free day, nor on the day itself', async () => {
  await late('lighting', '606')
  expect(await heard(new Date('2026-11-22T07:00:00Z'))).toEqual([])
  const limited = await makeStaff('coordinator', undefined, ['610'])
  await late('lighting', '610')
  expect(await heard(new Date('2026-11-20T07:00:00Z'))).not.toContain(limited.id)
  expect(await heard()).toContain(limited.id)
})

test('whoever hears of it gets one mail, which says neither what nor how much', async () => {
  const coordinator = await makeStaff('coordinator')
  await late('lighting', '606')
  const jobId = crypto.randomUUID()
  await tellOfOverdue({ staffId: coordinator.id }, jobId, monday)
  await tellOfOverdue({ staffId: coordinator.id }, jobId, monday)
  const [person] = await as(seed, (tx) => tx.select().from(people).where(eq(people.id, coordinator.id)))
  const kept = await as(seed, (tx) => tx.select().from(outbox).where(eq(outbox.recipient, person!.email)))
  expect(kept).toHaveLength(1)
  const mail = overdueMail('someone@city.example')
  expect(mail.text).toContain('http://localhost:3000/staff/queue\n')
  expect(`${mail.subject}\n${mail.text.replaceAll(/http\S+/g, '')}`).not.toMatch(/\d|lampa|Hammarkullen/)
})

test('each morning there is a job for everybody who hears of it', async () => {
  await late('lighting', '606')
  const jobs = async () =>
    (await as(seed, (tx) => tx.execute(sql`select 1 from pgboss.job where name = 'tell-of-overdue'`))).length
  const before = await jobs()
  const told = await heard()
  await escalateAt(monday)
  expect((await jobs()) - before).toBeGreaterThanOrEqual(told.length)
})
