import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { districtAreas } from '../areas/queries.server.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { holds } from './held.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { publicPlace } from './public-place.server.ts'

/**
 * Shows the public title and text to everybody, at a public place coarser than the true one. Refuses what has not been
 * screened, what is held or spam, what has been merged into another, and what has no public title and text.
 */
export async function publish(staff: Staff, ref: string): Promise<Refused | { published: Date }> {
  assertMay(staff, 'publish')
  // Read before the transaction, so that it holds one connection and not two.
  await districtAreas()
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (submission.publishedAt) return { refused: 'changed-meanwhile' }
    if (!submission.screenedAt || submission.status === 'merged') return { refused: 'wrong-status' }
    if (submission.spamAt || holds(submission)) return { refused: 'held' }
    if (!submission.publicTitle?.sv || !submission.publicBody?.sv) return { refused: 'public-text-missing' }

    const published = new Date()
    await tx
      .update(submissions)
      .set({ ...(await publicPlace(submission)), publishedAt: published })
      .where(eq(submissions.id, submission.id))
    await audit(tx, { event: 'submission-published', subject: `submission:${submission.id}`, staffId: staff.id })
    return { published }
  })
}
