import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { holds } from './held.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { publicPlace } from './public-place.server.ts'
import { markOf } from './write-public-text.server.ts'

/**
 * Locks a submission that can be shown in public. Refuses what is shown already or has not been screened, what is held or
 * spam, what has been merged into another, and what has no public title and text.
 */
export async function lockToPublish(tx: Tx, staff: Staff, ref: string) {
  const submission = await lockReceived(tx, staff, ref)
  if ('refused' in submission) return submission
  if (submission.publishedAt) return { refused: 'changed-meanwhile' } satisfies Refused
  if (!submission.screenedAt || submission.status === 'merged') return { refused: 'wrong-status' } satisfies Refused
  if (submission.spamAt || holds(submission)) return { refused: 'held' } satisfies Refused
  if (!submission.publicTitle?.sv || !submission.publicBody?.sv)
    return { refused: 'public-text-missing' } satisfies Refused
  return submission
}

/**
 * Shows the public title and text to everybody, in the caller's transaction. `approved` is the mark of the text that a
 * second person has read: another text is refused.
 */
export async function showInPublic(
  tx: Tx,
  staff: Staff,
  { ref, approved }: { ref: string; approved?: string | undefined },
): Promise<Refused | { published: Date }> {
  const submission = await lockToPublish(tx, staff, ref)
  if ('refused' in submission) return submission
  if (approved !== undefined && approved !== markOf(submission)) return { refused: 'changed-meanwhile' }
  const published = new Date()
  await tx
    .update(submissions)
    .set({ ...(await publicPlace(submission)), publishedAt: published })
    .where(eq(submissions.id, submission.id))
  await audit(tx, { event: 'submission-published', subject: `submission:${submission.id}`, staffId: staff.id })
  return { published }
}
