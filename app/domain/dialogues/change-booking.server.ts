import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { bookings } from '#db/schema/dialogues.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refusal, Refused } from '../refusals.ts'
import { hashOfBookingToken } from './bookings.server.ts'
import type { ChangeBookingInput } from './input.server.ts'
import { lockBooking, type LockedBooking } from './lock-booking.server.ts'
import type { LockedDialogue } from './lock-dialogue.server.ts'
import { promoteWaiting } from './promote-waiting.server.ts'
import { largestParty, seatsLeft, stageOf } from './stages.ts'

/**
 * Changes how many come and what they need; a place in the waiting list is kept. Seats that come free go to the waiting
 * list at once. Refuses a booking that is cancelled, a dialogue that has begun or is cancelled, and a larger party when
 * there are no seats for it that nobody waits for, or when sign-up has closed: the booking then stands as it was.
 */
export async function changeBooking(
  token: string,
  { partySize, needs }: ChangeBookingInput,
  now = new Date(),
): Promise<Refused | { changed: true }> {
  const hash = await hashOfBookingToken(token)
  if (!hash) return { refused: 'not-found' }
  return as({ as: 'resident' }, async (tx) => {
    const locked = await lockBooking(tx, hash)
    if (!locked) return { refused: 'not-found' }
    const { booking, dialogue } = locked
    const refused = whyNot(booking, dialogue, { partySize, now })
    if (refused) return { refused }
    if (booking.partySize === partySize && booking.needs === needs) return { changed: true }

    await tx.update(bookings).set({ partySize, needs, changedAt: now }).where(eq(bookings.id, booking.id))
    const details = { from: booking.partySize, to: partySize }
    await audit(tx, { event: 'booking-changed', subject: `booking:${booking.id}`, details })
    await enqueue(tx, 'booking-changed', { bookingId: booking.id, change: 'changed' })
    const freed = booking.state === 'waitlisted' ? 0 : booking.partySize - partySize
    await promoteWaiting(tx, { ...dialogue, seatsTaken: dialogue.seatsTaken - freed }, now)
    return { changed: true }
  })
}

function whyNot(
  booking: LockedBooking,
  dialogue: LockedDialogue,
  { partySize, now }: { partySize: number; now: Date },
): Refusal | undefined {
  if (booking.state === 'cancelled') return 'already-cancelled'
  const stage = stageOf(dialogue, now)
  if (stage === 'cancelled') return 'sign-up-closed'
  if (stage === 'held' || dialogue.startsAt <= now) return 'already-held'
  const more = partySize - booking.partySize
  if (more <= 0) return undefined
  if (partySize > largestParty(dialogue)) return 'party-too-big'
  if (dialogue.signUpClosesAt <= now) return 'sign-up-closed'
  if (booking.state === 'waitlisted') return undefined
  const free = dialogue.waiting > 0 ? 0 : (seatsLeft(dialogue) ?? Infinity)
  return more > free ? 'no-room-for-party' : undefined
}
