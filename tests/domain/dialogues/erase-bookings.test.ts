import { expect, test } from 'vitest'
import { as, worker } from '#db/client.server.ts'
import { findBooking } from '#app/domain/dialogues/bookings.server.ts'
import { eraseBookings } from '#app/domain/dialogues/erase-bookings.server.ts'
import { bookingsOf, signedUp } from '../../support/bookings.ts'
import { makeDialogue } from '../../support/make-dialogue.ts'

const day = 24 * 60 * 60 * 1000

test('thirty days after a dialogue nothing is left of who had signed up but how many', async () => {
  const { id, slug, startsAt } = await makeDialogue({ endsAt: new Date(Date.now() + 8 * day) })
  const { token } = await signedUp(slug, {
    name: 'Zahra',
    email: 'z@example.com',
    needs: 'tolk',
    answers: { a: 'b' },
    partySize: 3,
  })
  await as(worker, (tx) => eraseBookings(tx, new Date(startsAt.getTime() + 30 * day)))
  expect(await findBooking(token)).toMatchObject({ name: 'Zahra' })

  await as(worker, (tx) => eraseBookings(tx, new Date(startsAt.getTime() + 32 * day)))
  expect(await findBooking(token)).toBeUndefined()
  expect(await bookingsOf(id)).toMatchObject([
    { name: '', email: null, needs: '', answers: {}, partySize: 3, state: 'confirmed' },
  ])
})
