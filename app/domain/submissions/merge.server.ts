import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions, type Status } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { hasMerged } from './has-merged.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { setStatus } from './set-status.server.ts'
import { mergeable, takesInMerged } from './statuses.ts'

/**
 * Merges a submission into another of the same authority, where it is answered from then on; `from` is where the merger
 * saw it stand. Nothing of either is moved or changed: each keeps its thread, photos, followers, links and ratings, and
 * `unmerge` gives back what was. Refuses what somebody else has moved meanwhile, a case that nobody works on or
 * into which others were merged, and as no such case one into which nothing is merged, that she does not handle or that is this one.
 */
export async function merge(
  staff: Staff,
  ref: string,
  { from, into }: { from: Status; into: string },
): Promise<Refused | { merged: string }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    if (ref === into) return { refused: 'no-such-case' }
    // Always in the same order, so that two who merge two cases into each other do not wait for one another.
    const [first, second] = ref < into ? [ref, into] : [into, ref]
    const locked = { [first]: await lockReceived(tx, staff, first), [second]: await lockReceived(tx, staff, second) }
    const [submission, target] = [locked[ref]!, locked[into]!]
    if ('refused' in submission) return submission
    if ('refused' in target || target.spamAt || !takesInMerged(target.status)) return { refused: 'no-such-case' }
    if (submission.status !== from) return { refused: 'changed-meanwhile' }
    if (!mergeable(from)) return { refused: 'wrong-status' }
    // What a resident writes then waits one step away, never further.
    if (await hasMerged(tx, submission.id)) return { refused: 'has-merged' }

    const [submissionId, staffId] = [submission.id, staff.id]
    const kept = { mergedIntoId: target.id, statusBeforeMerge: from }
    await tx.update(submissions).set(kept).where(eq(submissions.id, submissionId))
    await setStatus(tx, submission, { to: 'merged', staffId })
    const line = { subject: `submission:${submissionId}`, staffId, details: { into: target.id } }
    await audit(tx, { event: 'submission-merged', ...line })
    await enqueue(tx, 'message-to-resident', { submissionId })
    return { merged: into }
  })
}
