import { eq, inArray } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { commitmentOwners, commitments, entries, pledges } from '#db/schema/commitments.ts'
import { bookings, dialogueCommitments, dialogueQuestions, dialogues } from '#db/schema/dialogues.ts'
import { photos } from '#db/schema/photos.ts'
import { registers, registrations } from '#db/schema/records.ts'
import {
  messages,
  moves,
  notes,
  responses,
  routings,
  submissionCommitments,
  submissions,
} from '#db/schema/submissions.ts'

/** Takes away example data that was left half made, with the numbers it had in the registers. */
export async function clearExample(): Promise<void> {
  await as({ as: 'seed' }, async (tx) => {
    const told = tx.select({ id: submissions.id }).from(submissions).where(eq(submissions.example, true))
    for (const table of [registrations, photos, messages, moves, notes, responses, routings, submissionCommitments])
      await tx.delete(table).where(inArray(table.submissionId, told))
    await tx.delete(submissions).where(eq(submissions.example, true))
    if ((await tx.$count(submissions)) === 0) await tx.delete(registers).where(eq(registers.register, 'submissions'))

    const held = tx.select({ id: dialogues.id }).from(dialogues).where(eq(dialogues.example, true))
    for (const table of [bookings, dialogueQuestions, dialogueCommitments])
      await tx.delete(table).where(inArray(table.dialogueId, held))
    await tx.delete(dialogues).where(eq(dialogues.example, true))

    const promised = tx
      .select({ id: commitments.id })
      .from(commitments)
      .innerJoin(pledges, eq(pledges.id, commitments.pledgeId))
      .where(eq(pledges.example, true))
    await tx.delete(entries).where(eq(entries.example, true))
    await tx.delete(commitmentOwners).where(inArray(commitmentOwners.commitmentId, promised))
    await tx.delete(commitments).where(inArray(commitments.id, promised))
    await tx.delete(pledges).where(eq(pledges.example, true))
  })
}
