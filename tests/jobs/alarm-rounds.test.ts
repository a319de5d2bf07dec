import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { outbox } from '#db/schema/records.ts'
import { dutyAddresses } from '#app/domain/alarms/queries.server.ts'
import { raiseAlarm } from '#app/domain/alarms/raise-alarm.server.ts'
import { firstEscalated, lastRound, minutesBetween } from '#app/domain/alarms/rounds.ts'
import { setDutyDesk } from '#app/domain/alarms/set-duty-desk.server.ts'
import { takeAlarm } from '#app/domain/alarms/take-alarm.server.ts'
import { markOfList } from '#app/domain/mark-of-list.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { dangerAlarm } from '#app/jobs/danger-alarm.server.ts'
import { occasionOf } from '#app/jobs/occasion-of.ts'
import { accountOf, makeStaff } from '../support/make-staff.ts'
import { makeSubmission } from '../support/make-submission.ts'

const seed = { as: 'seed' as const }

/** An address of its own, at which those of the city on duty are mailed. */
async function onDuty(): Promise<string> {
  const [admin, address] = [await makeStaff('admin'), `jour-${crypto.randomUUID()}@goteborg.example`]
  const seen = markOfList((await dutyAddresses(admin)).goteborg)
  await setDutyDesk(admin, { authority: 'goteborg', addresses: [address], seen })
  return address
}

const mailsTo = (email: string) =>
  as(seed, (tx) => tx.select().from(outbox).where(eq(outbox.recipient, email)).orderBy(outbox.keptAt))
/** The rounds of an alarm that are queued, each with its id, after which handover, and after how many minutes it is mailed. */
const queued = (alarmId: string) =>
  as(seed, (tx) =>
    tx.execute<{ id: string; stay: number; round: number | null; minutes: number }>(sql`
      select id::text, (data->>'stay')::int as stay, (data->>'round')::int as round, round(extract(epoch from start_after - created_on) / 60)::int as minutes
      from pgboss.job where name = 'danger-alarm' and data->>'alarmId' = ${alarmId} order by created_on`),
  )

async function raised() {
  const [staff, { ref, id }] = [await makeStaff('coordinator'), await makeSubmission({ body: 'Hemlig trappa' })]
  const result = await raiseAlarm(staff, ref)
  if ('refused' in result) throw new Error(result.refused)
  return { alarmId: result.raised, ref, id, staff }
}

test('an alarm that nobody takes is mailed again every quarter of an hour, once each time', async () => {
  const address = await onDuty()
  const { alarmId, ref, id, staff } = await raised()
  const [first] = await queued(alarmId)
  expect(first).toMatchObject({ round: null, minutes: 0 })
  // Tried again after a crash, and begun anew by a hand-over: one mail of each job, and one next round of all.
  for (let time = 0; time < 2; time++) await dangerAlarm({ alarmId, stay: 0 }, first!.id)
  expect(await mailsTo(address)).toHaveLength(1)
  await dangerAlarm({ alarmId, stay: 0 }, crypto.randomUUID())
  expect((await queued(alarmId)).slice(1)).toMatchObject([{ round: 1, minutes: minutesBetween }])
  const next = (await queued(alarmId)).at(-1)!
  await dangerAlarm({ alarmId, stay: 0, round: 1 }, next.id)
  const again = (await mailsTo(address)).at(-1)!
  expect(again.subject).toContain(words('sv')('alarms:mail.againSubject'))
  for (const said of [ref, id, 'trappa', 'GBG', alarmId]) expect(`${again.subject} ${again.body}`).not.toContain(said)

  await takeAlarm(staff, ref)
  const before = (await mailsTo(address)).length
  await dangerAlarm({ alarmId, stay: 0, round: 2 }, occasionOf(alarmId, 'round 2'))
  expect(await mailsTo(address)).toHaveLength(before)
  expect((await queued(alarmId)).map(({ round }) => round)).not.toContain(3)
})

test('handed over and handed back, an alarm that nobody takes goes on being mailed where the case is', async () => {
  const [address, officer] = [await onDuty(), await makeStaff('officer')]
  const { alarmId, ref, staff } = await raised()
  const [first] = await queued(alarmId)
  await dangerAlarm({ alarmId, stay: 0 }, first!.id)
  const begun = (await queued(alarmId)).at(-1)!
  expect(begun).toMatchObject({ stay: 0, round: 1 })
  const handedOver = { from: 'received', message: 'Hej!' } as const
  expect(await handOver(staff, ref, { ...handedOver, to: 'polisen' })).toEqual({ handedOver: 'polisen' })
  expect(await handOver(officer, ref, { ...handedOver, to: 'goteborg' })).toEqual({ handedOver: 'goteborg' })
  expect((await queued(alarmId)).slice(-2)).toMatchObject([
    { stay: 1, round: null },
    { stay: 2, round: null },
  ])

  const mails = (await mailsTo(address)).length
  await dangerAlarm({ alarmId, stay: 0, round: 1 }, begun.id)
  expect(await mailsTo(address)).toHaveLength(mails)
  for (const round of [0, 1]) {
    await dangerAlarm({ alarmId, stay: 2, round }, (await queued(alarmId)).at(-1)!.id)
    expect(await mailsTo(address)).toHaveLength(mails + round + 1)
    expect((await queued(alarmId)).at(-1)).toMatchObject({ stay: 2, round: round + 1, minutes: minutesBetween })
  }
})

test('after an hour those who answer for the cases are mailed too, and after four hours nobody any more', async () => {
  const [address, { alarmId }] = [await onDuty(), await raised()]
  const answers = accountOf(await makeStaff('coordinator')).email
  const elsewhere = accountOf(await makeStaff('coordinator', 'trygghetssamordningen', ['603'])).email
  const of = (round: number) => dangerAlarm({ alarmId, stay: 0, round }, crypto.randomUUID())
  await of(firstEscalated - 1)
  expect(await mailsTo(answers)).toHaveLength(0)
  await of(firstEscalated)
  expect(await mailsTo(answers)).toHaveLength(1)
  expect(await mailsTo(elsewhere)).toHaveLength(0)
  await of(lastRound)
  expect(await mailsTo(address)).toHaveLength(3)
  expect((await queued(alarmId)).map(({ round }) => round)).not.toContain(lastRound + 1)
})

test('who raises an alarm, and who sets where it goes, read how often and how long it is mailed', () => {
  expect([minutesBetween, (firstEscalated * minutesBetween) / 60, (lastRound * minutesBetween) / 60]).toEqual([
    15, 1, 4,
  ])
  const t = words('sv')
  for (const key of ['alarms:panel.reaches', 'alarms:duty.mail']) {
    expect(t(key)).toContain('var 15:e minut')
    expect(t(key)).toContain('fyra timmar')
  }
  expect(t('alarms:panel.reaches')).toContain('Efter en timme')
})
