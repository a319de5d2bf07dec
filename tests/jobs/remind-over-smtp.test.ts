import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { tips } from '#db/schema/tips.ts'
import { setSubstitutes } from '#app/domain/tips/set-substitutes.server.ts'
import { remindOfTips } from '#app/jobs/remind-of-tips.server.ts'
import { accountOf, makeStaff } from '../support/make-staff.ts'
import { makeTip } from '../support/make-tip.ts'
import { newHolders, newOfficer, openKeyOf, withoutKeys, withoutTips, type Officer } from '../support/new-holders.ts'
import { startSmtpPeer } from '../support/smtp-peer.ts'

let smtp: Awaited<ReturnType<typeof startSmtpPeer>>
let officers: Officer[] = []
let head: string
let ref: string

beforeAll(async () => {
  smtp = await startSmtpPeer()
  process.env.SMTP_URL = smtp.url
  await withoutTips()
  ;({ officers } = await newHolders(2))
  const [one, two] = officers as [Officer, Officer]
  // She waits for the right, and is told of nothing.
  await newOfficer()
  const boss = await makeStaff('officer')
  head = accountOf(boss).email
  await setSubstitutes(one.staff, await openKeyOf(one), { holder: one.staff.id, deputy: two.staff.id, head: boss.id })
  // Received on a Friday.
  ;({ ref } = await makeTip(await openKeyOf(one), { receivedOn: '2026-11-20', body: 'Zebrafisken säljer.' }))
})
afterAll(async () => {
  await withoutTips()
  await withoutKeys()
  await smtp.stop()
})

/** Who is mailed on the morning of a day, and the mails. */
async function on(day: string) {
  smtp.recipients.length = 0
  await remindOfTips(new Date(`${day}T06:00:00Z`))
  return { told: [...smtp.recipients].sort(), mails: smtp.mails.splice(0) }
}
const holders = () => officers.map(({ staff }) => accountOf(staff).email).sort()

test('nobody is mailed before two working days have gone by, nor on a free day', async () => {
  for (const day of ['2026-11-23', '2026-11-24', '2026-11-28']) expect((await on(day)).told).toEqual([])
  expect(smtp.connections()).toBe(0)
})

test('after two working days every holder is mailed, each by herself, that there is something and not what', async () => {
  const { told, mails } = await on('2026-11-25')
  expect(told).toEqual(holders())
  expect(mails.map(({ to }) => [to].flat().map((one) => one?.text))).toEqual(
    expect.arrayContaining(holders().map((address) => [address])),
  )
  for (const { subject, text, html, headerLines, attachments } of mails) {
    expect(subject).toBe('Det finns något att öppna / There is something to open')
    expect(text).toContain('http://localhost:3000/staff\n')
    expect([html, attachments]).toEqual([false, []])
    const all = [text, ...headerLines.map(({ line }) => line)].join('\n')
    expect(all).not.toMatch(/tip|zebra|hammarkullen|polis/i)
    expect(all).not.toContain(ref)
    // Neither how many there are nor since when.
    expect(text!.replaceAll('http://localhost:3000/staff', '')).not.toMatch(/[0-9]/)
  }
})

test('after five working days the head of a holder is mailed too, the same words', async () => {
  expect((await on('2026-11-27')).told).toEqual(holders())
  const { told, mails } = await on('2026-11-30')
  expect(told).toEqual([...holders(), head].sort())
  expect(new Set(mails.map(({ text, subject }) => `${subject}\n${text}`)).size).toBe(1)
})

test('an address that takes no mail keeps it from nobody else', async () => {
  const setEmail = (email: string) =>
    as({ as: 'seed' }, (tx) => tx.update(people).set({ email }).where(eq(people.id, officers[0]!.staff.id)))
  await setEmail('nobody@staff.example')
  const { mails } = await on('2026-11-26')
  await setEmail(accountOf(officers[0]!.staff).email)
  expect(mails.map(({ to }) => [to].flat()[0]?.text)).toEqual([accountOf(officers[1]!.staff).email])
})

test('once it is opened nobody is mailed any more', async () => {
  await as({ as: 'seed' }, (tx) => tx.update(tips).set({ status: 'opened' }).where(eq(tips.ref, ref)))
  expect((await on('2026-12-01')).told).toEqual([])
})
