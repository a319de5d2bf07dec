import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { dialogues } from '#db/schema/dialogues.ts'
import { findBooking, findBookingById, linkToken } from '#app/domain/dialogues/bookings.server.ts'
import { cancelBooking } from '#app/domain/dialogues/cancel-booking.server.ts'
import { bookingJobsOf, bookingsOf, signedUp, standingOf } from '../../support/bookings.ts'
import { makeDialogue } from '../../support/make-dialogue.ts'

const setState = (id: string, state: 'cancelled' | 'postponed') =>
  as({ as: 'seed' }, (tx) => tx.update(dialogues).set({ state }).where(eq(dialogues.id, id)))

test('seats that come free go to the waiting list in its order, and nobody passes the first who does not fit', async () => {
  const { id, slug } = await makeDialogue({ capacity: 4 })
  const one = await signedUp(slug, { name: 'One', partySize: 1 })
  const three = await signedUp(slug, { name: 'Three', partySize: 3 })
  await signedUp(slug, { name: 'Pair', partySize: 2 })
  await signedUp(slug, { name: 'Alone', partySize: 1 })
  await cancelBooking(one.token)
  expect(await standingOf(id)).toEqual([
    'One cancelled 1',
    'Three confirmed 3',
    'Pair waitlisted 2',
    'Alone waitlisted 1',
  ])
  await cancelBooking(three.token)
  expect(await standingOf(id)).toEqual([
    'One cancelled 1',
    'Three cancelled 3',
    'Pair confirmed 2',
    'Alone confirmed 1',
  ])
  expect((await bookingJobsOf(id)).filter((job) => job.endsWith('promoted')).toSorted()).toEqual([
    'Alone promoted',
    'Pair promoted',
  ])
})

test('when the first in the waiting list gives up, the next who fits gets the free seat', async () => {
  const { id, slug } = await makeDialogue({ capacity: 2 })
  await signedUp(slug, { name: 'One' })
  const pair = await signedUp(slug, { name: 'Pair', partySize: 2 })
  const alone = await signedUp(slug, { name: 'Alone' })
  expect((await findBooking(alone.token))?.placeInLine).toBe(2)
  await cancelBooking(pair.token)
  expect(await standingOf(id)).toEqual(['One confirmed 1', 'Pair cancelled 2', 'Alone confirmed 1'])
})

test('many who cancel while others sign up leave no seat sold twice and none forgotten', async () => {
  const { id, slug } = await makeDialogue({ capacity: 6 })
  const seated = await Promise.all(Array.from({ length: 6 }, () => signedUp(slug)))
  await Promise.all(
    seated.flatMap(({ token }) => [cancelBooking(token), cancelBooking(token), signedUp(slug), signedUp(slug)]),
  )
  const made = await bookingsOf(id)
  expect(made.filter(({ state }) => state === 'confirmed')).toHaveLength(6)
  expect(made.filter(({ state }) => state === 'cancelled')).toHaveLength(6)
  expect(made.filter(({ state }) => state === 'waitlisted')).toHaveLength(6)
})

test('cancelling twice is cancelling once', async () => {
  const { id, slug } = await makeDialogue()
  const { token } = await signedUp(slug, { name: 'Amina' })
  expect(await Promise.all([cancelBooking(token), cancelBooking(token)])).toEqual([
    { cancelled: true },
    { cancelled: true },
  ])
  expect((await bookingJobsOf(id)).toSorted()).toEqual(['Amina booked', 'Amina cancelled'])
})

test.each(['cancelled', 'postponed'] as const)('nobody is moved up in a dialogue that is %s', async (state) => {
  const { id, slug } = await makeDialogue({ capacity: 1 })
  const seated = await signedUp(slug, { name: 'Seated' })
  await signedUp(slug, { name: 'Waiting' })
  await setState(id, state)
  expect(await cancelBooking(seated.token)).toEqual({ cancelled: true })
  expect(await standingOf(id)).toEqual(['Seated cancelled 1', 'Waiting waitlisted 1'])
})

test('a booking cannot be cancelled when the dialogue is over, and an unknown one is not there', async () => {
  const { slug, startsAt } = await makeDialogue()
  const { token } = await signedUp(slug)
  expect(await cancelBooking(token, new Date(startsAt.getTime() + 3 * 60 * 60 * 1000))).toEqual({
    refused: 'already-held',
  })
  expect(await cancelBooking('0'.repeat(20))).toEqual({ refused: 'not-found' })
})

test('a booking is found by its link however it is typed, and the link is made anew from its id', async () => {
  const { slug } = await makeDialogue({ onlineUrl: 'https://example.org/room' })
  const { token } = await signedUp(slug, { name: 'Amina' })
  const booking = await findBooking(` ${token.toLowerCase().replace(/(.{4})/g, '$1-')}`)
  expect(booking).toMatchObject({ name: 'Amina', state: 'confirmed', onlineUrl: 'https://example.org/room' })
  expect(await linkToken(booking!.id)).toBe(token)
  expect(await findBookingById({ as: 'worker' }, booking!.id)).toEqual(booking)
  await cancelBooking(token)
  expect(await findBooking(token)).toMatchObject({ state: 'cancelled', onlineUrl: null })
})
