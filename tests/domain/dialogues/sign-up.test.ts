import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'
import { findBooking } from '#app/domain/dialogues/bookings.server.ts'
import { findDialogue } from '#app/domain/dialogues/queries.server.ts'
import { signUp } from '#app/domain/dialogues/sign-up.server.ts'
import { bookingJobsOf, bookingsOf, signedUp } from '../../support/bookings.ts'
import { filledSignUp, makeDialogue } from '../../support/make-dialogue.ts'

const day = 24 * 60 * 60 * 1000

test('of fifty who sign up at once for five seats exactly five are confirmed, and the rest wait in order', async () => {
  const { id, slug } = await makeDialogue({ capacity: 5 })
  const forms = await Promise.all(Array.from({ length: 50 }, () => filledSignUp()))
  const results = await Promise.all(forms.map((form) => signUp(slug, form)))
  expect(results.every((result) => 'token' in result)).toBe(true)
  const made = await bookingsOf(id)
  expect(made.map((booking) => booking.state)).toEqual([
    ...Array<string>(5).fill('confirmed'),
    ...Array<string>(45).fill('waitlisted'),
  ])
  const places = await Promise.all(
    results.map(async (result) => ('token' in result ? (await findBooking(result.token))!.placeInLine : undefined)),
  )
  expect(places.filter((place) => place !== null).toSorted((a, b) => a! - b!)).toEqual(
    Array.from({ length: 45 }, (_, index) => index + 1),
  )
})

test('parties of every size at once never get more seats than there are', async () => {
  const { id, slug } = await makeDialogue({ capacity: 12 })
  const forms = await Promise.all(
    Array.from({ length: 40 }, (_, index) => filledSignUp({ partySize: (index % 4) + 1 })),
  )
  await Promise.all(forms.map((form) => signUp(slug, form)))
  const made = await bookingsOf(id)
  const seats = made.filter(({ state }) => state === 'confirmed').reduce((sum, { partySize }) => sum + partySize, 0)
  expect(seats).toBeLessThanOrEqual(12)
  expect(seats).toBeGreaterThan(8)
  const firstWaiting = made.findIndex(({ state }) => state === 'waitlisted')
  expect(made.slice(firstWaiting).every(({ state }) => state === 'waitlisted')).toBe(true)
  expect(made[firstWaiting]!.partySize).toBeGreaterThan(12 - seats)
})

test('the same form posted twice at once is one booking with one link', async () => {
  const { id, slug } = await makeDialogue()
  const form = await filledSignUp()
  const [one, two] = await Promise.all([signUp(slug, form), signUp(slug, form)])
  expect(one).toEqual(two)
  expect(await bookingsOf(id)).toHaveLength(1)
})

test('the same form posted again when the dialogue has filled up still leads to its own booking', async () => {
  const { slug } = await makeDialogue({ capacity: 1 })
  const form = await filledSignUp()
  const first = await signUp(slug, form)
  await signedUp(slug)
  expect(await signUp(slug, form)).toEqual(first)
})

test('one form sent to two dialogues is a booking at each', async () => {
  const [one, two] = [await makeDialogue(), await makeDialogue()]
  const form = await filledSignUp()
  const results = [await signUp(one.slug, form), await signUp(two.slug, form)]
  expect(results[0]).not.toEqual(results[1])
  expect(await bookingsOf(two.id)).toHaveLength(1)
})

test('a party that does not fit whole waits whole, and a smaller one does not pass it', async () => {
  const { slug } = await makeDialogue({ capacity: 4 })
  expect((await signedUp(slug, { partySize: 3 })).state).toBe('confirmed')
  expect((await signedUp(slug, { partySize: 2 })).state).toBe('waitlisted')
  expect((await signedUp(slug, { partySize: 1 })).state).toBe('waitlisted')
  expect(await findDialogue(slug)).toMatchObject({ stage: 'full', seatsLeft: 1, waiting: 2 })
})

test('where no seat is short everybody is confirmed', async () => {
  const { slug } = await makeDialogue({ kind: 'drop-in', capacity: null })
  for (let party = 0; party < 5; party++) expect((await signedUp(slug, { partySize: 4 })).state).toBe('confirmed')
  expect(await findDialogue(slug)).toMatchObject({ stage: 'open', seatsLeft: null })
})

test('a party larger than the dialogue takes is refused, also when it is larger than the room', async () => {
  const { slug } = await makeDialogue({ maxPartySize: 4, capacity: 3 })
  expect(await signUp(slug, await filledSignUp({ partySize: 4 }))).toEqual({ refused: 'party-too-big' })
  expect(await signUp(slug, await filledSignUp({ partySize: 3 }))).toMatchObject({ state: 'confirmed' })
})

test.each(['scheduled', 'postponed', 'cancelled', 'held'] as const)(
  'nobody can sign up for a dialogue that is %s',
  async (state) => {
    const { id, slug } = await makeDialogue({ state })
    expect(await signUp(slug, await filledSignUp())).toEqual({ refused: 'sign-up-closed' })
    expect(await bookingsOf(id)).toEqual([])
  },
)

test('nobody can sign up after sign-up has closed, nor for a dialogue that does not exist', async () => {
  const { slug, startsAt } = await makeDialogue()
  const form = await filledSignUp()
  const closed = new Date(startsAt.getTime() - day)
  expect(await signUp(slug, form, closed)).toEqual({ refused: 'sign-up-closed' })
  expect(await signUp(slug, form, new Date(closed.getTime() - 1))).toMatchObject({ state: 'confirmed' })
  expect(await signUp('no-such-dialogue', form)).toEqual({ refused: 'not-found' })
})

test('a form token that is not ours is refused', async () => {
  const { slug } = await makeDialogue()
  const form = await filledSignUp({ formToken: 'x.y.z' })
  expect(await signUp(slug, form)).toEqual({ refused: 'stale-form' })
})

test('the database holds neither the secret of the link nor a job with it, and the audit line holds no name', async () => {
  const { id, slug } = await makeDialogue()
  const { token } = await signedUp(slug, { name: 'Zahra', email: 'zahra@example.com' })
  const [booking] = await bookingsOf(id)
  expect(JSON.stringify(booking)).not.toContain(token)
  expect(await bookingJobsOf(id)).toEqual(['Zahra booked'])
  const lines = await as({ as: 'seed' }, (tx) =>
    tx
      .select()
      .from(auditLines)
      .where(eq(auditLines.subject, `booking:${booking!.id}`)),
  )
  expect(lines).toMatchObject([{ event: 'booking-made', details: { state: 'confirmed', partySize: 1 } }])
})

test('the public sees the seats left and never who comes', async () => {
  const { slug } = await makeDialogue()
  await signedUp(slug, { name: 'Zahra', needs: 'rullstol', email: 'zahra@example.com' })
  const dialogue = await findDialogue(slug)
  expect(dialogue).toMatchObject({ seatsLeft: 9 })
  expect(JSON.stringify(dialogue)).not.toMatch(/Zahra|rullstol|example\.com|partySize":1/)
})
