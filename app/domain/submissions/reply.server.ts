import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { messages, submissions, type Status } from '#db/schema/submissions.ts'
import { isFormToken } from '#app/sealing/form-tokens.ts'
import { keyedHash } from '#app/sealing/keys.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import { lastingKey } from '../records/lasting-keys.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { holds } from './held.server.ts'
import { keepDue } from './keep-due.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { setStatus } from './set-status.server.ts'

/** True where the resident can be waited for once she is written to. */
export const canWaitForReply = (status: Status): boolean => status === 'in_progress'

type Reply = { message: string; wait?: boolean; formToken: string; fromDraft?: boolean }

/**
 * Writes to the resident, signed with the writer's function; `wait` also moves it from in_progress to
 * waiting_for_resident, and who is written to is held no longer; `fromDraft` lets go what was half written of it. The
 * same message posted twice from one form is one message. Refuses a stale form, and waiting from another state.
 */
export async function reply(
  staff: Staff,
  ref: string,
  { message, wait = false, formToken, fromDraft = false }: Reply,
): Promise<Refused | { sent: true }> {
  assertMay(staff, 'answer')
  const key = await lastingKey('form tokens')
  if (!isFormToken(key, formToken)) return { refused: 'stale-form' }
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const formTokenHash = keyedHash(key, `${formToken} ${message}`)
    if (await tx.$count(messages, eq(messages.formTokenHash, formTokenHash))) return { sent: true }
    if (wait && !canWaitForReply(submission.status)) return { refused: 'wrong-status' }

    const from = { sender: 'staff' as const, staffId: staff.id, signedAs: staff.signsAs }
    await tx.insert(messages).values({ submissionId: submission.id, ...from, body: message, formTokenHash })
    if (fromDraft) await forgetDraft(tx, { submissionId: submission.id, staffId: staff.id, form: 'reply' })
    await audit(tx, { event: 'message-sent', subject: `submission:${submission.id}`, staffId: staff.id })
    if (holds(submission)) await tx.update(submissions).set({ heldFor: [] }).where(eq(submissions.id, submission.id))
    if (wait) await setStatus(tx, submission, { to: 'waiting_for_resident', staffId: staff.id })
    else await keepDue(tx, submission.id)
    await enqueue(tx, 'message-to-resident', { submissionId: submission.id })
    return { sent: true }
  })
}
