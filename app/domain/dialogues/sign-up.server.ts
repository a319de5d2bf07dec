import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { bookings, dialogues } from '#db/schema/dialogues.ts'
import { bookingId, bookingToken, bookingTokenHash } from '#app/sealing/booking-links.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import type { SignUpInput } from './input.server.ts'
import { lockDialogue, type LockedDialogue } from './lock-dialogue.server.ts'
import { largestParty, seatsLeft, stageOf, takesSignUps } from './stages.ts'

/**
 * Signs a party up for a dialogue and gives the secret of the link to its booking. It is confirmed when the whole party
 * has seats and nobody waits, else it joins the waiting list whole. The same form posted twice is one booking. Refuses a
 * stale form, a closed sign-up and a party larger than the dialogue takes.
 */
export async function signUp(
  slug: string,
  input: SignUpInput,
  now = new Date(),
): Promise<Refused | { token: string; state: 'confirmed' | 'waitlisted' | 'offered' | 'cancelled' }> {
  const { formToken, ...given } = input
  if (!isFormToken(await lastingKey('form tokens'), formToken)) return { refused: 'stale-form' }
  const key = await lastingKey('bookings')
  return as({ as: 'resident' }, async (tx) => {
    const dialogue = await lockDialogue(tx, eq(dialogues.slug, slug))
    if (!dialogue) return { refused: 'not-found' }
    const id = bookingId(key, dialogue.id, formToken)
    const token = bookingToken(key, id)
    const before = await stateOfBooking(tx, id)
    if (before) return { token, state: before }
    const stage = stageOf(dialogue, now)
    if (!takesSignUps(stage)) return { refused: 'sign-up-closed' }
    if (given.partySize > largestParty(dialogue)) return { refused: 'party-too-big' }

    const state = stage === 'open' && fits(dialogue, given.partySize) ? 'confirmed' : 'waitlisted'
    const row = { ...given, email: given.email ?? null, id, state, dialogueId: dialogue.id } as const
    await tx.insert(bookings).values({ ...row, tokenHash: bookingTokenHash(key, token), createdAt: now })
    const { partySize } = given
    await audit(tx, { event: 'booking-made', subject: `booking:${id}`, details: { state, partySize } })
    await enqueue(tx, 'booking-changed', { bookingId: id, change: 'booked' })
    return { token, state }
  })
}

const fits = (dialogue: LockedDialogue, partySize: number): boolean => partySize <= (seatsLeft(dialogue) ?? Infinity)

async function stateOfBooking(tx: Tx, id: string) {
  const [booking] = await tx.select({ state: bookings.state }).from(bookings).where(eq(bookings.id, id))
  return booking?.state
}
