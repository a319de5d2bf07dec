import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { bookings } from '#db/schema/dialogues.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { hashOfBookingToken } from './bookings.server.ts'
import { lockBooking } from './lock-booking.server.ts'
import { promoteWaiting } from './promote-waiting.server.ts'
import { stageOf } from './stages.ts'

/**
 * Cancels a booking; its seats go to the waiting list at once. Cancelling twice is cancelling once. Refuses an unknown
 * booking and a dialogue that is over.
 */
export async function cancelBooking(token: string, now = new Date()): Promise<Refused | { cancelled: true }> {
  const hash = await hashOfBookingToken(token)
  if (!hash) return { refused: 'not-found' }
  return as({ as: 'resident' }, async (tx) => {
    const locked = await lockBooking(tx, hash)
    if (!locked) return { refused: 'not-found' }
    const { booking, dialogue } = locked
    if (booking.state === 'cancelled') return { cancelled: true }
    if (stageOf(dialogue, now) === 'held') return { refused: 'already-held' }

    await tx.update(bookings).set({ state: 'cancelled', changedAt: now }).where(eq(bookings.id, booking.id))
    const details = { from: booking.state, partySize: booking.partySize }
    await audit(tx, { event: 'booking-cancelled', subject: `booking:${booking.id}`, details })
    await enqueue(tx, 'booking-changed', { bookingId: booking.id, change: 'cancelled' })
    const freed = booking.state === 'waitlisted' ? 0 : booking.partySize
    await promoteWaiting(tx, { ...dialogue, seatsTaken: dialogue.seatsTaken - freed }, now)
    return { cancelled: true }
  })
}
