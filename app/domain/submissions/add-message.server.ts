import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { messages, moves, submissions } from '#db/schema/submissions.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { audit } from '../audit.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'

/**
 * Adds the resident's message to the thread under her code (given as its hash). The same message posted twice from one
 * form is one message. A submission that waited for her goes on. Refuses an unknown code and a stale form.
 */
export async function addMessage(
  hash: string,
  input: { message: string; formToken: string },
): Promise<Refused | { sent: true }> {
  const key = await lastingKey('form tokens')
  if (!isFormToken(key, input.formToken)) return { refused: 'stale-form' }
  const formTokenHash = keyedHash(key, `${input.formToken} ${input.message}`)
  return as({ as: 'resident', codeHash: hash }, async (tx) => {
    const [submission] = await tx
      .select({ id: submissions.id, status: submissions.status })
      .from(submissions)
      .where(eq(submissions.codeHash, hash))
      .for('update')
    if (!submission) return { refused: 'not-found' }
    const submissionId = submission.id
    const [made] = await tx
      .insert(messages)
      .values({ submissionId, sender: 'resident', body: input.message, formTokenHash })
      .onConflictDoNothing()
      .returning({ id: messages.id })
    if (!made) return { sent: true }

    await audit(tx, { event: 'message-received', subject: `submission:${submissionId}` })
    if (submission.status === 'waiting_for_resident') {
      await tx
        .update(submissions)
        .set({ status: 'in_progress', statusAt: new Date() })
        .where(eq(submissions.id, submissionId))
      await tx.insert(moves).values({ submissionId, fromStatus: 'waiting_for_resident', toStatus: 'in_progress' })
    }
    return { sent: true }
  })
}
