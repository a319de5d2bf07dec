import { and, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { bookings, dialogues } from '#db/schema/dialogues.ts'
import { audit } from '../audit.server.ts'
import { keptSince } from '../records/retention.ts'

/**
 * Erases who had signed up, 30 days after each dialogue, in the worker's transaction: name, address, needs, answers and
 * link. How many came from which list stays, without a person.
 */
export async function eraseBookings(tx: Tx, now: Date): Promise<void> {
  const oldest = keptSince('bookings', now)
  const over = tx.select({ id: dialogues.id }).from(dialogues).where(lt(dialogues.endsAt, oldest))
  const erased = await tx
    .update(bookings)
    .set({ name: '', email: null, needs: '', answers: {}, tokenHash: sql`'erased ' || ${bookings.id}` })
    .where(and(inArray(bookings.dialogueId, over), ne(bookings.name, '')))
    .returning({ dialogueId: bookings.dialogueId })
  for (const [dialogueId, group] of Map.groupBy(erased, (row) => row.dialogueId))
    await audit(tx, { event: 'bookings-erased', subject: `dialogue:${dialogueId}`, details: { count: group.length } })
}
