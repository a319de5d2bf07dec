import { desc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { PlannedAnswer } from '#db/schema/plans.ts'
import type { Translated } from '#db/schema/shared.ts'
import { responses, type Status } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { forgetDraft } from './forget-draft.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { setStatus } from './set-status.server.ts'
import { isAnswerable } from './statuses.ts'
import { staleTranslations } from './stale-translations.ts'

const correctable: readonly Status[] = ['answered', 'closed']

type Ready = {
  submission: Exclude<Awaited<ReturnType<typeof lockReceived>>, Refused>
  newest: { version: number; text: Translated; staleIn: string[] } | undefined
}

/**
 * Locks a submission that can be answered, with the newest version there is; `after` is the one that the writer saw, 0
 * for none. Refuses when somebody else has answered meanwhile, and in a state where nothing is answered.
 */
export async function lockToAnswer(
  tx: Tx,
  staff: Staff,
  { ref, after }: { ref: string; after: number },
): Promise<Refused | Ready> {
  const submission = await lockReceived(tx, staff, ref)
  if ('refused' in submission) return submission
  const [newest] = await tx
    .select({ version: responses.version, text: responses.body, staleIn: responses.staleIn })
    .from(responses)
    .where(eq(responses.submissionId, submission.id))
    .orderBy(desc(responses.version))
    .limit(1)
  if ((newest?.version ?? 0) !== after) return { refused: 'changed-meanwhile' }
  const { status } = submission
  if (!isAnswerable(status) && !correctable.includes(status)) return { refused: 'wrong-status' }
  return { submission, newest }
}

/**
 * Gives the official answer in the caller's transaction: a new version, signed with the writer's function, and the move
 * to answered. Refuses as `lockToAnswer` does.
 */
export async function giveAnswer(
  tx: Tx,
  staff: Staff,
  { ref, ...answer }: PlannedAnswer & { ref: string },
): Promise<Refused | { version: number }> {
  const ready = await lockToAnswer(tx, staff, { ref, after: answer.after })
  return 'refused' in ready ? ready : giveLocked(tx, staff, { ready, answer })
}

/** The same to one that `lockToAnswer` has locked in this transaction, by the same `after`, and that has no answer since. */
export async function giveLocked(
  tx: Tx,
  staff: Staff,
  { ready, answer }: { ready: Ready; answer: PlannedAnswer },
): Promise<{ version: number }> {
  const { submission, newest } = ready
  const { body, audience, confirmed } = answer
  const submissionId = submission.id
  const version = answer.after + 1
  const staleIn = staleTranslations(newest, body, confirmed)
  const by = { signedAs: staff.signsAs, organisation: staff.organisation, staffId: staff.id }
  await tx.insert(responses).values({ submissionId, version, audience, body, staleIn, ...by })
  await forgetDraft(tx, { submissionId, staffId: staff.id, form: 'answer' })
  await audit(tx, {
    event: 'answer-given',
    subject: `submission:${submissionId}`,
    staffId: staff.id,
    details: { version, audience },
  })
  if (isAnswerable(submission.status)) await setStatus(tx, submission, { to: 'answered', staffId: staff.id })
  await enqueue(tx, 'message-to-resident', { submissionId, public: audience === 'public' })
  return { version }
}
