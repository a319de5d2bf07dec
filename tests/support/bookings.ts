import { asc, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { bookings } from '#db/schema/dialogues.ts'
import type { SignUpInput } from '#app/domain/dialogues/input.server.ts'
import { signUp } from '#app/domain/dialogues/sign-up.server.ts'
import { filledSignUp } from './make-dialogue.ts'

/** All bookings of a dialogue in the order of sign-up. */
export const bookingsOf = (dialogueId: string) =>
  as({ as: 'seed' }, (tx) =>
    tx.select().from(bookings).where(eq(bookings.dialogueId, dialogueId)).orderBy(asc(bookings.position)),
  )

/** How each party of a dialogue stands, in the order of sign-up: name, state and size. */
export const standingOf = async (dialogueId: string) =>
  (await bookingsOf(dialogueId)).map(({ name, state, partySize }) => `${name} ${state} ${partySize}`)

/** Signs a party up and gives its link's secret and its state; throws when it is refused. */
export async function signedUp(slug: string, said: Partial<SignUpInput> = {}) {
  const result = await signUp(slug, await filledSignUp(said))
  if ('refused' in result) throw new Error(result.refused)
  return result
}

/** The data of the jobs about the bookings of a dialogue, in the order in which they were queued. */
export async function bookingJobsOf(dialogueId: string) {
  const ids = new Map((await bookingsOf(dialogueId)).map(({ id, name }) => [id, name]))
  const jobs = await as({ as: 'seed' }, (tx) =>
    tx.execute<{ data: { bookingId: string; change: string } }>(
      "select data from pgboss.job where name = 'booking-changed' order by created_on",
    ),
  )
  return jobs.flatMap(({ data }) => (ids.has(data.bookingId) ? [`${ids.get(data.bookingId)} ${data.change}`] : []))
}
