import { and, asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { bookings } from '#db/schema/dialogues.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { LockedDialogue } from './lock-dialogue.server.ts'
import { seatsLeft } from './stages.ts'

/**
 * Gives free seats to the waiting list, strictly in its order: the first party that does not fit whole stays first and
 * nobody passes it, so that a family is not kept waiting by those who come alone. Does nothing unless the dialogue is
 * open and has not begun. The dialogue is locked, and its seats were counted after the last change.
 */
export async function promoteWaiting(tx: Tx, dialogue: LockedDialogue, now: Date): Promise<void> {
  if (dialogue.state !== 'open' || dialogue.startsAt <= now) return
  let left = seatsLeft(dialogue) ?? Infinity
  if (left === 0) return
  const waiting = await tx
    .select({ id: bookings.id, partySize: bookings.partySize })
    .from(bookings)
    .where(and(eq(bookings.dialogueId, dialogue.id), eq(bookings.state, 'waitlisted')))
    .orderBy(asc(bookings.position))
  for (const { id, partySize } of waiting) {
    if (partySize > left) return
    left -= partySize
    await tx.update(bookings).set({ state: 'confirmed', changedAt: now }).where(eq(bookings.id, id))
    await audit(tx, { event: 'booking-promoted', subject: `booking:${id}`, details: { partySize } })
    await enqueue(tx, 'booking-changed', { bookingId: id, change: 'promoted' })
  }
}
