import { worker } from '#db/client.server.ts'
import { findBookingById, linkToken } from '#app/domain/dialogues/bookings.server.ts'
import { findDialogue } from '#app/domain/dialogues/queries.server.ts'
import type { Jobs } from '#app/domain/queue.server.ts'
import { bookingMail } from '#app/mail/booking-mail.server.ts'
import { deliver } from './deliver.server.ts'

/** Tells whoever left an address what happened to her booking, unless it has been cancelled since. */
export async function bookingChanged({ bookingId, change }: Jobs['booking-changed'], jobId: string): Promise<void> {
  const booking = await findBookingById(worker, bookingId)
  if (!booking?.email) return
  if ((booking.state === 'cancelled') !== (change === 'cancelled')) return
  const dialogue = await findDialogue(booking.slug)
  if (!dialogue) return
  await deliver(jobId, bookingMail(booking.email, change, { booking, dialogue, token: await linkToken(bookingId) }))
}
