import { eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { dialogues } from '#db/schema/dialogues.ts'

/** Moves a dialogue to so many days from today, at the hour it is now; negative is in the past. */
export async function moveDialogue(id: string, days: number): Promise<void> {
  const at = (hours: number) => sql`now() + make_interval(days => ${days}, hours => ${hours})`
  await as({ as: 'seed' }, (tx) =>
    tx
      .update(dialogues)
      .set({ startsAt: at(0), signUpClosesAt: at(-1), endsAt: at(2) })
      .where(eq(dialogues.id, id)),
  )
}
