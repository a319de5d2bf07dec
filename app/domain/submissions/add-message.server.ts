import { eq, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { messages, moves, submissions, type Status } from '#db/schema/submissions.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { audit } from '../audit.server.ts'
import { digestsOfForm, formHashOf, handInPhotos } from '../photos/photos-of-form.server.ts'
import { enqueue } from '../queue.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import { keepDue } from './keep-due.server.ts'

type Message = { message: string; formToken: string }

/**
 * Adds the resident's message to the thread under her code (given as its hash), with the photos that wait for its form;
 * photos alone are a message too. The same message posted twice from one form is one message. A submission that waited
 * for her goes on, and who has it is told; of one that was merged into another, so is who works on that one. Refuses an
 * unknown code, a stale form, and a message of nothing.
 */
export async function addMessage(hash: string, { message, formToken }: Message): Promise<Refused | { sent: true }> {
  const key = await lastingKey('form tokens')
  if (!isFormToken(key, formToken)) return { refused: 'stale-form' }
  const formHash = await formHashOf(formToken)
  return as({ as: 'resident', codeHash: hash, formHash }, async (tx) => {
    const [submission] = await tx
      .select({ id: submissions.id, status: submissions.status })
      .from(submissions)
      .where(eq(submissions.codeHash, hash))
      .for('update')
    if (!submission) return { refused: 'not-found' }
    const formTokenHash = keyedHash(key, `${formToken} ${message}`)
    const before = await findMessage(tx, formTokenHash)
    if (!before && !message && (await digestsOfForm(tx, formHash)).length === 0) return { refused: 'message-missing' }

    const submissionId = submission.id
    const messageId = before ?? (await insertMessage(tx, { submissionId, body: message, formTokenHash }))
    await handInPhotos(tx, formHash, { submissionId, messageId })
    if (!before) await carryOn(tx, submission)
    return { sent: true }
  })
}

async function findMessage(tx: Tx, formTokenHash: string): Promise<string | undefined> {
  const [row] = await tx.select({ id: messages.id }).from(messages).where(eq(messages.formTokenHash, formTokenHash))
  return row?.id
}

async function insertMessage(
  tx: Tx,
  message: { submissionId: string; body: string; formTokenHash: string },
): Promise<string> {
  const [made] = await tx
    .insert(messages)
    .values({ ...message, sender: 'resident' })
    .returning({ id: messages.id })
  await audit(tx, { event: 'message-received', subject: `submission:${message.submissionId}` })
  return made!.id
}

async function carryOn(tx: Tx, { id, status }: { id: string; status: Status }): Promise<void> {
  if (status === 'waiting_for_resident') await goOn(tx, id)
  await keepDue(tx, id)
  await enqueue(tx, 'tell-staff', { submissionId: id, kind: 'replied' })
  if (status !== 'merged') return
  // Nothing of that one is hers to read or to write.
  const [{ into } = { into: null }] = await tx.execute<{ into: string | null }>(
    sql`select case_it_went_on_in() as into`,
  )
  if (into) await enqueue(tx, 'tell-staff', { submissionId: into, kind: 'replied' })
}

async function goOn(tx: Tx, submissionId: string): Promise<void> {
  const [fromStatus, status] = ['waiting_for_resident', 'in_progress'] as const
  await tx.update(submissions).set({ status, statusAt: new Date() }).where(eq(submissions.id, submissionId))
  await tx.insert(moves).values({ submissionId, fromStatus, toStatus: status })
}
