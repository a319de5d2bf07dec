import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import type { Authority, Role } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { chooseNotices } from '#app/domain/notices/choose-notices.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { hearsAmong } from '#app/domain/submissions/hears-among.ts'
import { hearsOfOverdue } from '#app/domain/submissions/hears-of-overdue.server.ts'
import { sendDigest } from '#app/jobs/send-digest.server.ts'
import { accountOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const seed = { as: 'seed' as const }
const monday = new Date('2026-11-23T07:00:00Z')

const dueBy = (id: string, dueOn: string) =>
  as(seed, (tx) => tx.update(submissions).set({ dueOn }).where(eq(submissions.id, id)))

async function late(category: 'lighting' | 'traffic', areaCode: string, dueOn = '2026-11-20') {
  const { id } = await makeSubmission({ category, areaCode })
  await dueBy(id, dueOn)
  return id
}

/** A Thursday before anything that other tests have made: nothing else is due by it. */
const longAgo = '2001-01-04'
const [onThatDay, dayAfterLongAgo] = [new Date('2001-01-04T07:00:00Z'), new Date('2001-01-05T07:00:00Z')]
const heard = (now = monday) => hearsOfOverdue(now)

test('the coordinators hear of what the city is late with, in the areas that they reach', async () => {
  const all = await makeStaff('coordinator')
  const limited = await makeStaff('coordinator', undefined, ['611'])
  const [partner, registrar] = [await makeStaff('partner', 'faltenheten'), await makeStaff('registrar')]
  const cases = [await late('lighting', '606', longAgo)]
  const told = await heard(dayAfterLongAgo)
  expect(told).toContain(all.id)
  for (const { id } of [limited, partner, registrar]) expect(told).not.toContain(id)
  cases.push(await late('lighting', '611', longAgo))
  expect(await heard(dayAfterLongAgo)).toContain(limited.id)
  for (const id of cases) await dueBy(id, '2026-11-20')
})

test('where an authority has no coordinator all who handle there hear of it', () => {
  const person = (id: string, role: Role, authority: Authority, areas: string[] = []) => ({
    id,
    role,
    authority,
    areas,
  })
  const people = [
    ...[person('officer', 'officer', 'polisen'), person('officer of 611', 'officer', 'polisen', ['611'])],
    ...[person('registrar', 'registrar', 'polisen'), person('coordinator', 'coordinator', 'goteborg')],
  ]
  const heardBy = (...overdue: Parameters<typeof hearsAmong>[1]) => hearsAmong(people, overdue).map(({ id }) => id)
  expect(heardBy({ authority: 'polisen', area: '606' })).toEqual(['officer'])
  expect(heardBy({ authority: 'polisen', area: '611' })).toEqual(['officer', 'officer of 611'])
  expect(heardBy({ authority: 'goteborg', area: '606' })).toEqual(['coordinator'])
  people.push(person('coordinator of the police', 'coordinator', 'polisen'))
  expect(heardBy({ authority: 'polisen', area: '606' })).toEqual(['coordinator of the police'])
})

test('nobody hears of it on a free day, nor on the day itself', async () => {
  await late('lighting', '606')
  expect(await heard(new Date('2026-11-22T07:00:00Z'))).toEqual([])
  const limited = await makeStaff('coordinator', undefined, ['610'])
  const id = await late('lighting', '610', longAgo)
  expect(await heard(onThatDay)).not.toContain(limited.id)
  expect(await heard(dayAfterLongAgo)).toContain(limited.id)
  await dueBy(id, '2026-11-20')
})

async function mailsOfMorning(person: Staff) {
  const jobId = crypto.randomUUID()
  for (let time = 0; time < 2; time++) await sendDigest({ staffId: person.id }, jobId, monday)
  return as(seed, (tx) =>
    tx
      .select()
      .from(outbox)
      .where(eq(outbox.recipient, accountOf(person).email)),
  )
}

test('whoever hears of it gets one mail, with the way to what is late, which says neither what nor how much', async () => {
  const coordinator = await makeStaff('coordinator')
  await late('lighting', '606')
  const mails = await mailsOfMorning(coordinator)
  expect(mails).toHaveLength(1)
  const { subject, body } = mails[0]!
  expect(body).toContain('http://localhost:3000/staff/queue?deadline=overdue\n')
  for (const said of ['vars dag har passerat', 'whose day has passed']) expect(subject).toContain(said)
  expect(`${subject}\n${body.replaceAll(/http\S+/g, '')}`).not.toMatch(/\d|lampa|Hammarkullen/)
})

test('who has cases of her own and hears of what is late is told both in one mail', async () => {
  const coordinator = await makeStaff('coordinator')
  const own = await late('lighting', '606')
  await as(seed, (tx) => tx.update(submissions).set({ assigneeId: coordinator.id }).where(eq(submissions.id, own)))
  const mails = await mailsOfMorning(coordinator)
  expect(mails).toHaveLength(1)
  for (const said of ['för 1 ärende har tiden gått ut', 'deadline=overdue', 'assignee=me'])
    expect(mails[0]!.body).toContain(said)
  await chooseNotices(coordinator, { assigned: 'never', replied: 'never', due: 'never' })
  const escalated = await mailsOfMorning(coordinator)
  expect(escalated).toHaveLength(2)
  expect(escalated.find(({ id }) => id !== mails[0]!.id)!.body).not.toContain('assignee=me')
})

test('nobody hears that spam is late', async () => {
  const limited = await makeStaff('coordinator', undefined, ['609'])
  const id = await late('lighting', '609')
  const set = (spamAt: Date | null) =>
    as(seed, (tx) => tx.update(submissions).set({ spamAt }).where(eq(submissions.id, id)))
  await set(new Date())
  expect(await heard()).not.toContain(limited.id)
  await set(null)
  expect(await heard()).toContain(limited.id)
})
