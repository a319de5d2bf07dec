import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { as, errorCode } from '#db/client.server.ts'
import { alarms } from '#db/schema/alarms.ts'
import type { Authority } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { dutyDeskInput } from '#app/domain/alarms/input.server.ts'
import { dutyAddresses, openAlarms } from '#app/domain/alarms/queries.server.ts'
import { raiseAlarm } from '#app/domain/alarms/raise-alarm.server.ts'
import { setDutyDesk } from '#app/domain/alarms/set-duty-desk.server.ts'
import { takeAlarm } from '#app/domain/alarms/take-alarm.server.ts'
import { takeRound } from '#app/domain/alarms/take-round.server.ts'
import { markOfList } from '#app/domain/mark-of-list.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { handOver } from '#app/domain/submissions/hand-over.server.ts'
import { alarmMail } from '#app/mail/alarm-mail.server.ts'
import { auditOf } from '../../support/audit-lines.ts'
import * as duty from '#app/routes/staff.admin.duty.tsx'
import { get, post } from '../../support/call-route.ts'
import { cookieOf, makeStaff } from '../../support/make-staff.ts'
import { makeSubmission } from '../../support/make-submission.ts'

const seed = { as: 'seed' } as const
let coordinator: Staff, colleague: Staff, officer: Staff, admin: Staff, others: Staff[]
beforeAll(async () => {
  coordinator = await makeStaff('coordinator')
  colleague = await makeStaff('coordinator')
  officer = await makeStaff('officer')
  admin = await makeStaff('admin')
  others = [
    officer,
    admin,
    await makeStaff('partner', 'faltenheten'),
    await makeStaff('analyst'),
    await makeStaff('organiser'),
    await makeStaff('coordinator', 'trygghetssamordningen', ['603']),
  ]
})

const raised = async (staff: Staff, ref: string): Promise<string> => {
  const result = await raiseAlarm(staff, ref)
  if ('refused' in result) throw new Error(result.refused)
  return result.raised
}
const refsSeen = async (staff: Staff) => (await openAlarms(staff)).map(({ ref }) => ref)
/** Whom the first round of an alarm is mailed to, once its case has been handed over so often. */
const addressesOfAlarm = (alarmId: string, stay = 0) => takeRound(alarmId, { stay, round: 0, nextId: alarmId })
/** As an administrator who sees how it stands. */
const setDesk = async (desk: { authority: Authority; addresses: string[] }) =>
  setDutyDesk(admin, { ...desk, seen: markOfList((await dutyAddresses(admin))[desk.authority]) })
/** Nobody else's alarm may stand in the way: only so many are shown. */
const takeAll = () => as(seed, (tx) => tx.update(alarms).set({ takenAt: new Date(), takenById: coordinator.id }))

test('an alarm is told to all who handle the case until one of them takes it, and to nobody else', async () => {
  await takeAll()
  const { id, ref } = await makeSubmission()
  const alarmId = await raised(coordinator, ref)
  expect(await raised(colleague, ref)).toBe(alarmId)
  for (const staff of [coordinator, colleague]) expect(await refsSeen(staff)).toContain(ref)
  for (const staff of others) {
    expect(await refsSeen(staff), staff.role).toEqual([])
    expect(
      await as(staff, (tx) => tx.execute(sql`select id from alarms where id = ${alarmId}`)),
      staff.role,
    ).toHaveLength(0)
  }
  const results = await Promise.all([takeAlarm(coordinator, ref), takeAlarm(colleague, ref)])
  expect(results.filter((result) => 'taken' in result)).toHaveLength(1)
  expect(results).toContainEqual({ refused: 'changed-meanwhile' })
  expect(await refsSeen(colleague)).not.toContain(ref)
  expect((await findForStaff(coordinator, ref))?.alarms).toMatchObject([{ raisedBy: coordinator.name }])
  expect((await auditOf(id)).map(({ event }) => event).slice(-2)).toEqual(['alarm-raised', 'alarm-taken'])
})

test('those on duty are mailed of the authority that has the case, until it is taken; the mail says nothing of it', async () => {
  const set = await setDesk({ authority: 'polisen', addresses: ['jour@polisen.example'] })
  expect(set).toEqual({ set: 'polisen' })
  await setDesk({ authority: 'goteborg', addresses: [] })
  const { ref } = await makeSubmission({ category: 'traffic' })
  const alarmId = await raised(officer, ref)
  expect(await addressesOfAlarm(alarmId)).toEqual(['jour@polisen.example'])
  expect((await findForStaff(officer, ref))?.deskIsSet).toBe(true)
  const { subject, text } = alarmMail('jour@polisen.example', false)
  expect(`${subject} ${text}`).not.toContain(ref)

  await handOver(officer, ref, { from: 'received', to: 'goteborg', message: 'Hej!' })
  expect(await addressesOfAlarm(alarmId, 1)).toEqual([])
  expect((await findForStaff(coordinator, ref))?.deskIsSet).toBe(false)
  await setDesk({ authority: 'goteborg', addresses: ['jour@goteborg.example'] })
  expect(await addressesOfAlarm(alarmId, 1)).toEqual(['jour@goteborg.example'])
  await takeAlarm(coordinator, ref)
  expect(await addressesOfAlarm(alarmId, 1)).toEqual([])
})

test('those on duty of the authority that a case is handed over to are mailed of the alarm that nobody has taken', async () => {
  const mailed = (alarmId: string) =>
    as(seed, (tx) =>
      tx.execute(
        sql`select 1 from pgboss.job where name = 'danger-alarm' and data->>'alarmId' = ${alarmId} and id <> ${alarmId}`,
      ),
    )
  const handedOver = { from: 'received', to: 'polisen', message: 'Hej!' } as const
  await setDesk({ authority: 'polisen', addresses: ['jour@polisen.example'] })
  const { ref } = await makeSubmission()
  const alarmId = await raised(coordinator, ref)
  expect(await mailed(alarmId)).toHaveLength(1)
  expect(await handOver(coordinator, ref, handedOver)).toEqual({ handedOver: 'polisen' })
  expect(await mailed(alarmId)).toHaveLength(2)
  expect(await addressesOfAlarm(alarmId, 1)).toEqual(['jour@polisen.example'])
  // The rounds that were begun before it was handed over end.
  expect(await addressesOfAlarm(alarmId)).toEqual([])

  // One that somebody has taken is seen to.
  const other = await makeSubmission()
  const taken = await raised(coordinator, other.ref)
  await takeAlarm(coordinator, other.ref)
  expect(await handOver(coordinator, other.ref, handedOver)).toEqual({ handedOver: 'polisen' })
  expect(await mailed(taken)).toHaveLength(1)
})

test('who is on duty is set and read by an administrator alone', async () => {
  await setDesk({ authority: 'polisen', addresses: ['jour@polisen.example'] })
  expect((await dutyAddresses(admin)).polisen).toEqual(['jour@polisen.example'])
  await expect(setDutyDesk(coordinator, { authority: 'goteborg', addresses: [], seen: '' })).rejects.toThrow('may not')
  for (const staff of [coordinator, officer]) {
    expect(await as(staff, (tx) => tx.execute(sql`select * from duty_desks`))).toHaveLength(0)
    const tried = as(staff, (tx) =>
      tx.execute(sql`insert into duty_desks (authority) values ('goteborg')
      on conflict (authority) do update set addresses = '{}'`),
    )
    expect(await tried.then(() => 'done', errorCode)).toContain('42501')
  }
  const typed = dutyDeskInput.parse({ authority: 'polisen', addresses: ' A@b.example\n\nc@d.example, a@b.example ' })
  expect(typed.addresses).toEqual(['a@b.example', 'c@d.example'])
  expect(dutyDeskInput.safeParse({ authority: 'polisen', addresses: 'nobody' }).success).toBe(false)
})

test('of two administrators who change who is on duty at once, the later is told, and both keep what they wrote', async () => {
  await setDesk({ authority: 'polisen', addresses: ['jour@polisen.example'] })
  const cookie = await cookieOf(admin)
  const { data } = await get(duty, '/staff/admin/duty', { cookie })
  const { seen } = data as { seen: Record<Authority, string> }
  const save = (addresses: string) =>
    post(duty, '/staff/admin/duty', { cookie, fields: { authority: 'polisen', addresses, seen: seen.polisen } })
  const both = await Promise.all([save('one@polisen.example'), save('other@polisen.example')])
  expect(both.map(({ status }) => status).sort((one, other) => one - other)).toEqual([303, 409])
  const first = both[0].status === 303 ? 'one' : 'other'
  const late = first === 'one' ? 'other' : 'one'
  expect((await dutyAddresses(admin)).polisen).toEqual([`${first}@polisen.example`])
  expect(both.find(({ status }) => status === 409)?.data).toMatchObject({
    refused: 'changed-meanwhile',
    values: { addresses: `${late}@polisen.example` },
  })
})

test('an alarm goes when its case does, and is raised by nobody in another’s name', async () => {
  const { id, ref } = await makeSubmission()
  await raised(coordinator, ref)
  const other = await makeSubmission()
  const forged = as(coordinator, (tx) => tx.insert(alarms).values({ submissionId: other.id, raisedById: colleague.id }))
  expect(await forged.then(() => 'done', errorCode)).toContain('42501')
  expect(await raiseAlarm(officer, ref)).toEqual({ refused: 'not-found' })
  await as(seed, async (tx) => {
    await tx.execute(sql`delete from moves where submission_id = ${id}`)
    await tx.delete(submissions).where(eq(submissions.id, id))
    expect(await tx.$count(alarms, eq(alarms.submissionId, id))).toBe(0)
  })
})
