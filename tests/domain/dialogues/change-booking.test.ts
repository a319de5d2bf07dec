import { expect, test } from 'vitest'
import { cancelBooking } from '#app/domain/dialogues/cancel-booking.server.ts'
import { changeBooking } from '#app/domain/dialogues/change-booking.server.ts'
import { findBooking } from '#app/domain/dialogues/bookings.server.ts'
import { bookingJobsOf, bookingsOf, signedUp, standingOf } from '../../support/bookings.ts'
import { makeDialogue } from '../../support/make-dialogue.ts'

const hour = 60 * 60 * 1000

test('a party that becomes smaller gives its seats to the first in the waiting list', async () => {
  const { id, slug } = await makeDialogue({ capacity: 4 })
  const family = await signedUp(slug, { name: 'Family', partySize: 4 })
  await signedUp(slug, { name: 'First' })
  await signedUp(slug, { name: 'Second', partySize: 2 })
  await signedUp(slug, { name: 'Third' })
  expect(await changeBooking(family.token, { partySize: 2, needs: 'rullstol' })).toEqual({ changed: true })
  expect(await standingOf(id)).toEqual([
    'Family confirmed 2',
    'First confirmed 1',
    'Second waitlisted 2',
    'Third waitlisted 1',
  ])
  expect((await bookingJobsOf(id)).toSorted()).toEqual(
    ['Family booked', 'Family changed', 'First booked', 'First promoted', 'Second booked', 'Third booked'].toSorted(),
  )
  expect(await findBooking(family.token)).toMatchObject({ needs: 'rullstol', partySize: 2, placeInLine: null })
})

test('the first in the waiting list gets a seat when the party becomes small enough for it', async () => {
  const { id, slug } = await makeDialogue({ capacity: 3 })
  await signedUp(slug, { name: 'Two', partySize: 2 })
  const waiting = await signedUp(slug, { name: 'Waiting', partySize: 2 })
  await changeBooking(waiting.token, { partySize: 1, needs: '' })
  expect(await standingOf(id)).toEqual(['Two confirmed 2', 'Waiting confirmed 1'])
})

test('a confirmed party grows into free seats, but not past the capacity nor past those who wait', async () => {
  const { id, slug } = await makeDialogue({ capacity: 4, maxPartySize: 5 })
  const growing = await signedUp(slug, { name: 'Growing' })
  expect(await changeBooking(growing.token, { partySize: 5, needs: '' })).toEqual({ refused: 'party-too-big' })
  expect(await changeBooking(growing.token, { partySize: 3, needs: '' })).toEqual({ changed: true })
  await signedUp(slug, { name: 'Waiting', partySize: 2 })
  expect(await changeBooking(growing.token, { partySize: 4, needs: '' })).toEqual({ refused: 'no-room-for-party' })
  expect(await standingOf(id)).toEqual(['Growing confirmed 3', 'Waiting waitlisted 2'])
})

test('parties that grow at once never get more seats than there are', async () => {
  const { id, slug } = await makeDialogue({ capacity: 10 })
  const parties = []
  for (let party = 0; party < 8; party++) parties.push(await signedUp(slug))
  await Promise.all(parties.map(({ token }) => changeBooking(token, { partySize: 2, needs: '' })))
  const seats = (await bookingsOf(id)).reduce((sum, { partySize }) => sum + partySize, 0)
  expect(seats).toBe(10)
})

test('the same change sent twice is told once', async () => {
  const { id, slug } = await makeDialogue()
  const { token } = await signedUp(slug, { name: 'Amina' })
  await Promise.all([1, 2].map(() => changeBooking(token, { partySize: 2, needs: 'tolk' })))
  expect((await bookingJobsOf(id)).toSorted()).toEqual(['Amina booked', 'Amina changed'])
})

test('after sign-up has closed a party may become smaller but not larger, and nothing once it has begun', async () => {
  const { slug, startsAt } = await makeDialogue()
  const { token } = await signedUp(slug, { partySize: 2 })
  const closed = new Date(startsAt.getTime() - hour)
  expect(await changeBooking(token, { partySize: 3, needs: '' }, closed)).toEqual({ refused: 'sign-up-closed' })
  expect(await changeBooking(token, { partySize: 1, needs: '' }, closed)).toEqual({ changed: true })
  expect(await changeBooking(token, { partySize: 1, needs: 'x' }, startsAt)).toEqual({ refused: 'already-held' })
})

test('a cancelled booking cannot be changed, and an unknown one is not there', async () => {
  const { slug } = await makeDialogue()
  const { token } = await signedUp(slug)
  await cancelBooking(token)
  expect(await changeBooking(token, { partySize: 2, needs: '' })).toEqual({ refused: 'already-cancelled' })
  for (const wrong of ['', 'x', '0'.repeat(20), 'رمز'])
    expect(await changeBooking(wrong, { partySize: 2, needs: '' })).toEqual({ refused: 'not-found' })
})
