import { eq } from 'drizzle-orm'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { dialogues } from '#db/schema/dialogues.ts'
import * as route from '#app/routes/dialogues.$slug[.]ics.ts'
import { signedUp } from '../support/bookings.ts'
import { makeDialogue } from '../support/make-dialogue.ts'

async function calendarOf(slug: string, query = '') {
  const request = new Request(`http://localhost:3000/dialogues/${slug}.ics${query}`)
  const answer = await route.loader({ request, params: { slug }, context: { address: '' } })
  const text = await answer.text()
  const calendar = new ICAL.Component(ICAL.parse(text))
  const zone = new ICAL.Timezone(calendar.getFirstSubcomponent('vtimezone')!)
  const events = calendar.getAllSubcomponents('vevent')
  return { answer, text, zone, events, event: new ICAL.Event(events[0]) }
}

test.each([
  ['winter', '2027-01-20T17:00:00Z', 18, 3600],
  ['summer', '2027-06-16T16:00:00Z', 18, 7200],
  ['the week in which summer time begins', '2027-03-28T16:00:00Z', 18, 7200],
  ['the week in which it ends', '2027-10-31T17:00:00Z', 18, 3600],
])('a dialogue in %s is at its time in Stockholm', async (_, startsAt, hour, offset) => {
  const { slug } = await makeDialogue({ startsAt: new Date(startsAt) })
  const { event, zone } = await calendarOf(slug)
  expect(event.startDate.zone.tzid).toBe('Europe/Stockholm')
  expect(event.startDate.hour).toBe(hour)
  expect(zone.utcOffset(event.startDate)).toBe(offset)
  expect(event.startDate.toJSDate().toISOString()).toBe(new Date(startsAt).toISOString())
  expect(event.endDate.toJSDate().getTime() - event.startDate.toJSDate().getTime()).toBe(2 * 60 * 60 * 1000)
})

test('a calendar file has one event with a name that stays, and every line is within its length', async () => {
  const { id, slug } = await makeDialogue({ title: { sv: 'Långt namn '.repeat(20) }, lat: 57.78, lon: 12.03 })
  const { answer, text, events, event } = await calendarOf(slug)
  expect(answer.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8')
  expect(events).toHaveLength(1)
  expect(event.uid).toBe(`${id}@localhost`)
  expect(event.sequence).toBe(0)
  for (const name of ['dtstamp', 'last-modified'])
    expect(events[0]!.getFirstPropertyValue(name)).toMatchObject({ isDate: false })
  expect(text).toMatch(/^DTSTAMP:\d{8}T\d{6}Z\r$/m)
  expect(events[0]!.getFirstPropertyValue('status')).toBe('CONFIRMED')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text).not.toMatch(/[^\r]\n/)
})

test.each(['cancelled', 'postponed'] as const)(
  'a dialogue that is %s is cancelled in the calendar, under the same name',
  async (state) => {
    const { id, slug } = await makeDialogue()
    const before = await calendarOf(slug)
    await as({ as: 'seed' }, (tx) =>
      tx
        .update(dialogues)
        .set({ state, sequence: 1, cancelledReason: { sv: 'Vatten i lokalen.' } })
        .where(eq(dialogues.id, id)),
    )
    const { event, events } = await calendarOf(slug)
    expect(event.uid).toBe(before.event.uid)
    expect(event.sequence).toBe(1)
    expect(events[0]!.getFirstPropertyValue('status')).toBe('CANCELLED')
    expect(
      event.description.startsWith(
        state === 'cancelled' ? 'Träffen är inställd\nVatten i lokalen.' : 'Träffen är framflyttad',
      ),
    ).toBe(true)
  },
)

test('what staff wrote cannot become a line of its own', async () => {
  const { slug } = await makeDialogue({
    title: { sv: 'Träff\r\nATTENDEE:mailto:x@example.com; a, b \\ 🎈' },
    summary: { sv: 'Ett\nEND:VEVENT\nBEGIN:VEVENT' },
  })
  const { events, event } = await calendarOf(slug)
  expect(events).toHaveLength(1)
  expect(event.attendees).toEqual([])
  expect(event.summary).toContain('🎈')
})

test('a calendar file is the same for everybody: no link to a booking, no link to the online room', async () => {
  const { slug } = await makeDialogue({ kind: 'digital', onlineUrl: 'https://example.org/secret-room' })
  const { token } = await signedUp(slug, { name: 'Zahra' })
  const { text } = await calendarOf(slug)
  expect(text).not.toMatch(new RegExp(`${token}|secret-room|Zahra|bookings`))
  expect(text).toContain(`http://localhost:3000/sv/dialogues/${slug}`)
})

test('a calendar file speaks the language that is asked for, and Swedish where it has none', async () => {
  const { slug } = await makeDialogue({ title: { sv: 'Prat', ar: 'حديث' } })
  expect((await calendarOf(slug, '?lang=ar')).event.summary).toBe('حديث')
  expect((await calendarOf(slug, '?lang=en')).event.summary).toBe('Prat')
  expect((await calendarOf(slug, '?lang=xx')).event.summary).toBe('Prat')
})

test('there is no calendar file of a dialogue that does not exist', async () => {
  await expect(calendarOf('nope')).rejects.toMatchObject({ status: 404 })
})
