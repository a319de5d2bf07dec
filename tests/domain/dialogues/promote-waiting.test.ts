import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { as } from '#db/client.server.ts'
import { dialogues } from '#db/schema/dialogues.ts'
import { lockDialogue } from '#app/domain/dialogues/lock-dialogue.server.ts'
import { promoteWaiting } from '#app/domain/dialogues/promote-waiting.server.ts'
import { signedUp, standingOf } from '../../support/bookings.ts'
import { makeDialogue } from '../../support/make-dialogue.ts'

/** Gives a dialogue another number of seats and serves the waiting list, as whoever arranges it does. */
const reseat = (id: string, capacity: number | null, now = new Date()) =>
  as({ as: 'seed' }, async (tx) => {
    await tx.update(dialogues).set({ capacity }).where(eq(dialogues.id, id))
    const dialogue = await lockDialogue(tx, eq(dialogues.id, id))
    await promoteWaiting(tx, dialogue!, now)
  })

/** Four seats, all taken, and two parties that wait. */
async function crowded() {
  const made = await makeDialogue({ capacity: 4 })
  await signedUp(made.slug, { name: 'Four', partySize: 4 })
  await signedUp(made.slug, { name: 'Three', partySize: 3 })
  await signedUp(made.slug, { name: 'Two', partySize: 2 })
  return made
}

test('more seats go to the waiting list in its order, as many parties as fit whole', async () => {
  const { id } = await crowded()
  await reseat(id, 6)
  expect(await standingOf(id)).toEqual(['Four confirmed 4', 'Three waitlisted 3', 'Two waitlisted 2'])
  await reseat(id, 8)
  expect(await standingOf(id)).toEqual(['Four confirmed 4', 'Three confirmed 3', 'Two waitlisted 2'])
  await reseat(id, null)
  expect(await standingOf(id)).toEqual(['Four confirmed 4', 'Three confirmed 3', 'Two confirmed 2'])
})

test('nobody is moved up once a dialogue has begun, nor when there are fewer seats than are taken', async () => {
  const { id, startsAt } = await crowded()
  await reseat(id, 9, startsAt)
  await reseat(id, 2)
  expect(await standingOf(id)).toEqual(['Four confirmed 4', 'Three waitlisted 3', 'Two waitlisted 2'])
})
