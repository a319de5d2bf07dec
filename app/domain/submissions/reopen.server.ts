import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { messages, submissions } from '#db/schema/submissions.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import { isReopenable, reopenableUntil } from './reopening.server.ts'
import { setStatus } from './set-status.server.ts'

/**
 * "It is not solved": asks that a concern or an idea that was answered or closed is looked at again, with the resident's
 * own words as a message in the thread, and who has it is told. Posted twice from one form it is one. Refuses an unknown
 * code (given as its hash), a stale form, a case that is not over (one that was merged into another is not), and one that
 * was settled more than 60 days before `now`.
 */
export async function reopen(
  hash: string,
  { message, formToken }: { message: string; formToken: string },
  now = new Date(),
): Promise<Refused | { reopened: true }> {
  const key = await lastingKey('form tokens')
  if (!isFormToken(key, formToken)) return { refused: 'stale-form' }
  const formTokenHash = keyedHash(key, `reopen ${formToken} ${message}`)
  return as({ as: 'resident', codeHash: hash }, async (tx) => {
    const { id, kind, status, statusAt, screenedAt } = submissions
    const [submission] = await tx
      .select({ id, kind, status, statusAt, screenedAt })
      .from(submissions)
      .where(eq(submissions.codeHash, hash))
      .for('update')
    if (!submission) return { refused: 'not-found' }
    const [twice] = await tx.select({ id: messages.id }).from(messages).where(eq(messages.formTokenHash, formTokenHash))
    if (twice) return { reopened: true }
    if (!reopenableUntil(submission)) return { refused: 'wrong-status' }
    if (!isReopenable(submission, now)) return { refused: 'too-late-to-reopen' }

    const submissionId = submission.id
    await tx.insert(messages).values({ submissionId, sender: 'resident', body: message, formTokenHash })
    await audit(tx, { event: 'message-received', subject: `submission:${submissionId}` })
    await setStatus(tx, submission, { to: 'reopen_requested' })
    await enqueue(tx, 'tell-staff', { submissionId, kind: 'replied' })
    return { reopened: true }
  })
}
