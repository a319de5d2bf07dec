import { and, eq, lt, sql } from 'drizzle-orm'
import { as, type Viewer } from '#db/client.server.ts'
import { bookings, dialogues } from '#db/schema/dialogues.ts'
import { bookingToken, bookingTokenHash, readBookingToken } from '#app/sealing/booking-links.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'

/** What a booking is found by; undefined for an address that cannot be one. */
export async function hashOfBookingToken(typed: string): Promise<string | undefined> {
  const token = readBookingToken(typed)
  return token && bookingTokenHash(await lastingKey('bookings'), token)
}

/** The secret of the link to a booking, made anew from its id. */
export const linkToken = async (bookingId: string): Promise<string> =>
  bookingToken(await lastingKey('bookings'), bookingId)

const shown = {
  id: bookings.id,
  state: bookings.state,
  name: bookings.name,
  email: bookings.email,
  partySize: bookings.partySize,
  language: bookings.language,
  needs: bookings.needs,
  answers: bookings.answers,
  dialogueId: bookings.dialogueId,
  position: bookings.position,
  slug: dialogues.slug,
  /** Told to those who have a seat only. */
  onlineUrl: dialogues.onlineUrl,
}

/** The booking that a link leads to; undefined when there is none. */
export async function findBooking(token: string) {
  const hash = await hashOfBookingToken(token)
  return hash ? readBooking({ as: 'resident' }, eq(bookings.tokenHash, hash)) : undefined
}

/** One booking by its id, for a mail about it. */
export const findBookingById = (viewer: Viewer, id: string) => readBooking(viewer, eq(bookings.id, id))

function readBooking(viewer: Viewer, which: ReturnType<typeof eq>) {
  return as(viewer, async (tx) => {
    const [row] = await tx
      .select(shown)
      .from(bookings)
      .innerJoin(dialogues, eq(dialogues.id, bookings.dialogueId))
      .where(which)
    if (!row) return undefined
    const { dialogueId, position, onlineUrl, ...booking } = row
    const [ahead] = await tx
      .select({ parties: sql<number>`count(*)::int` })
      .from(bookings)
      .where(
        and(eq(bookings.dialogueId, dialogueId), eq(bookings.state, 'waitlisted'), lt(bookings.position, position)),
      )
    return {
      ...booking,
      onlineUrl: booking.state === 'confirmed' ? onlineUrl : null,
      /** The place in the waiting list, from 1; null for a party that does not wait. */
      placeInLine: booking.state === 'waitlisted' ? ahead!.parties + 1 : null,
    }
  })
}

export type Booking = NonNullable<Awaited<ReturnType<typeof findBooking>>>
