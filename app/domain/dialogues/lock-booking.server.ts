import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { bookings, dialogues } from '#db/schema/dialogues.ts'
import { lockDialogue, type LockedDialogue } from './lock-dialogue.server.ts'

export type LockedBooking = {
  id: string
  state: (typeof bookings.$inferSelect)['state']
  partySize: number
  needs: string
}

/** Locks the dialogue of a booking and reads both; undefined when no booking has that hash. */
export async function lockBooking(
  tx: Tx,
  tokenHash: string,
): Promise<{ booking: LockedBooking; dialogue: LockedDialogue } | undefined> {
  const ofToken = eq(bookings.tokenHash, tokenHash)
  const [known] = await tx.select({ dialogueId: bookings.dialogueId }).from(bookings).where(ofToken)
  const dialogue = known && (await lockDialogue(tx, eq(dialogues.id, known.dialogueId)))
  if (!dialogue) return undefined
  const { id, state, partySize, needs } = bookings
  const [booking] = await tx.select({ id, state, partySize, needs }).from(bookings).where(ofToken)
  return booking && { booking, dialogue }
}
