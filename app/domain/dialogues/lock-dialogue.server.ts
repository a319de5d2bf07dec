import { eq, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { bookings, dialogues } from '#db/schema/dialogues.ts'

/**
 * Locks a dialogue until the transaction ends and counts its seats, so that bookings are made, changed and cancelled
 * one after another. Undefined when there is none.
 */
export async function lockDialogue(tx: Tx, which: SQL) {
  const { id, state, capacity, maxPartySize, startsAt, endsAt, signUpClosesAt } = dialogues
  const [dialogue] = await tx
    .select({ id, state, capacity, maxPartySize, startsAt, endsAt, signUpClosesAt })
    .from(dialogues)
    .where(which)
    .for('update')
  if (!dialogue) return undefined
  const [seats] = await tx
    .select({
      seatsTaken: sql<number>`coalesce(sum(party_size) filter (where state in ('confirmed', 'offered')), 0)::int`,
      waiting: sql<number>`count(*) filter (where state = 'waitlisted')::int`,
    })
    .from(bookings)
    .where(eq(bookings.dialogueId, dialogue.id))
  return { ...dialogue, seatsTaken: seats!.seatsTaken, waiting: seats!.waiting }
}

export type LockedDialogue = NonNullable<Awaited<ReturnType<typeof lockDialogue>>>
