import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { findBooking } from '#app/domain/dialogues/bookings.server.ts'
import { cancelBooking } from '#app/domain/dialogues/cancel-booking.server.ts'
import { changeBooking } from '#app/domain/dialogues/change-booking.server.ts'
import { enqueue } from '#app/domain/queue.server.ts'
import { dayOf, daysAfter, workingDayFrom } from '#app/domain/submissions/working-days.server.ts'
import { bookingChanged } from '#app/jobs/booking-changed.server.ts'
import { daily } from '#app/jobs/daily.server.ts'
import { startWorker } from '#app/jobs/worker.server.ts'
import { signedUp } from '../support/bookings.ts'
import { makeDialogue } from '../support/make-dialogue.ts'
import { accountOf } from '../support/make-staff.ts'
import { makeTip } from '../support/make-tip.ts'
import { newHolders, openKeyOf, withoutKeys, withoutTips } from '../support/new-holders.ts'
import { startSmtpPeer } from '../support/smtp-peer.ts'

let smtp: Awaited<ReturnType<typeof startSmtpPeer>>
let stopWorker: () => Promise<void>

beforeAll(async () => {
  smtp = await startSmtpPeer()
  process.env.SMTP_URL = smtp.url
  // What files before this one have queued would send mail in between.
  await as({ as: 'seed' }, (tx) => tx.execute(sql`delete from pgboss.job`))
  stopWorker = await startWorker(process.env.TEST_DATABASE_URL!)
})
afterAll(async () => {
  await stopWorker()
  await smtp.stop()
})

test('who signs up, waits, moves up, changes and cancels is told each time, in her own language', async () => {
  const { slug } = await makeDialogue({ capacity: 2, title: { sv: 'Prat i parken', ar: 'حديث في الحديقة' } })
  const first = await signedUp(slug, { partySize: 2, email: 'first@example.com', language: 'ar' })
  const booked = await smtp.nextMail()
  expect(booked.subject).toMatch(/^لديك مكان: \u2068حديث في الحديقة\u2069/)
  expect(booked.to).toMatchObject({ value: [{ address: 'first@example.com' }] })
  expect(booked.text).toContain(`http://localhost:3000/ar/bookings/${first.token}`)
  expect(booked.text).toContain('شخصان')
  expect(booked.headers.get('auto-submitted')).toBe('auto-generated')

  const second = await signedUp(slug, { email: 'second@example.com', name: 'Yusuf' })
  const waits = await smtp.nextMail()
  expect(waits.subject).toMatch(/^Du står på reservlistan: Prat i parken/)

  await cancelBooking(first.token)
  const told = [await smtp.nextMail(), await smtp.nextMail()]
  const subjects = told.map(({ subject }) => subject!.split(':')[0]!)
  expect(new Set(subjects)).toEqual(new Set(['Nu har du en plats', 'تم إلغاء حجزك']))

  await changeBooking(second.token, { partySize: 2, needs: 'tolk' })
  const changed = await smtp.nextMail()
  expect(changed.subject).toMatch(/^Din anmälan är ändrad/)
  expect(changed.text).toContain('Du har en plats.')
  expect(changed.text).toContain('Antal: 2 personer')
  expect(changed.text).not.toMatch(/Yusuf|tolk/)
  const ids = [booked, waits, ...told, changed].map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(5)
})

test('a job that is done twice sends the same Message-ID, and one that came too late says nothing', async () => {
  const { slug } = await makeDialogue()
  const { token } = await signedUp(slug, { email: 'again@example.com' })
  const { id: bookingId } = (await findBooking(token))!
  const { messageId } = await smtp.nextMail()
  const job = messageId!.slice(1).split('@')[0]!
  await bookingChanged({ bookingId, change: 'booked' }, job)
  expect((await smtp.nextMail()).messageId).toBe(messageId)

  await cancelBooking(token)
  await smtp.nextMail()
  const before = smtp.connections()
  await bookingChanged({ bookingId, change: 'booked' }, job)
  await bookingChanged({ bookingId, change: 'promoted' }, job)
  await bookingChanged({ bookingId: crypto.randomUUID(), change: 'booked' }, job)
  expect(smtp.connections()).toBe(before)
})

test('who left no address gets no mail', async () => {
  const { slug } = await makeDialogue()
  const { token } = await signedUp(slug)
  const { id: bookingId } = (await findBooking(token))!
  const before = smtp.connections()
  await bookingChanged({ bookingId, change: 'booked' }, crypto.randomUUID())
  expect(smtp.connections()).toBe(before)
})

test('an address that does not exist is given up, one that is busy is tried again', async () => {
  const { slug } = await makeDialogue()
  const gone = await findBooking((await signedUp(slug, { email: 'nobody@example.com' })).token)
  const busy = await findBooking((await signedUp(slug, { email: 'later@example.com' })).token)
  const job = crypto.randomUUID()
  await expect(bookingChanged({ bookingId: gone!.id, change: 'booked' }, job)).resolves.toBeUndefined()
  await expect(bookingChanged({ bookingId: busy!.id, change: 'booked' }, job)).rejects.toThrow()
})

test('one that fails does not hold up the others', async () => {
  const { slug } = await makeDialogue()
  await Promise.all([signedUp(slug, { email: 'later@example.com' }), signedUp(slug, { email: 'fine@example.com' })])
  expect((await smtp.nextMail()).to).toMatchObject({ value: [{ address: 'fine@example.com' }] })
  expect(smtp.mails).toEqual([])
})

test('holders are reminded once a day, however often the work of the night is tried', async () => {
  const { officers } = await newHolders(2)
  await makeTip(await openKeyOf(officers[0]!), { receivedOn: daysAfter(dayOf(new Date()), -10) })
  const workingDay = workingDayFrom(dayOf(new Date()))
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${workingDay}T10:00:00Z`) })
  try {
    await daily()
    await daily()
    const holders = officers.map(({ staff }) => accountOf(staff).email)
    expect(smtp.recipients.filter((address) => holders.includes(address))).toEqual([])
    await as(worker, (tx) => enqueue(tx, 'remind', {}))
    const told = [await smtp.nextMail(), await smtp.nextMail()].map(({ subject }) => subject)
    expect(told).toEqual(Array(2).fill('Det finns något att öppna / There is something to open'))
  } finally {
    vi.useRealTimers()
    await withoutTips()
    await withoutKeys()
  }
  const [planned] = await as({ as: 'seed' }, (tx) =>
    tx.execute(sql`select cron, options->>'retryLimit' as retries from pgboss.schedule where name = 'remind'`),
  )
  expect(planned).toEqual({ cron: '15 7 * * *', retries: '0' })
})
