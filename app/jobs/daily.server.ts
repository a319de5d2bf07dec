import { as, worker } from '#db/client.server.ts'
import { eraseUnconfirmedBells } from '#app/domain/bells/erase-unconfirmed-bells.server.ts'
import { eraseBookings } from '#app/domain/dialogues/erase-bookings.server.ts'
import { eraseWaitingPhotos } from '#app/domain/photos/erase-waiting-photos.server.ts'
import { eraseDayKeys } from '#app/domain/records/erase-day-keys.server.ts'
import { closeAnswered } from '#app/domain/submissions/close-answered.server.ts'

/** What each night does by itself: throws away what is not to be kept, and closes what has stood answered. */
export async function daily(): Promise<void> {
  const now = new Date()
  await as(worker, (tx) => eraseDayKeys(tx, now))
  await as(worker, (tx) => eraseBookings(tx, now))
  await as(worker, (tx) => eraseWaitingPhotos(tx, now))
  await as(worker, (tx) => eraseUnconfirmedBells(tx, now))
  await closeAnswered(now)
}
