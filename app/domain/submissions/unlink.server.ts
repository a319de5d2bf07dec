import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { commitments } from '#db/schema/commitments.ts'
import { submissionCommitments } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/** Takes away the link to a commitment, given by its address. Refuses when there is no such link. */
export async function unlink(staff: Staff, ref: string, slug: string): Promise<Refused | { unlinked: string }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const [commitment] = await tx.select({ id: commitments.id }).from(commitments).where(eq(commitments.slug, slug))
    if (!commitment) return { refused: 'no-such-commitment' }
    const { submissionId, commitmentId } = submissionCommitments
    const [gone] = await tx
      .delete(submissionCommitments)
      .where(and(eq(submissionId, submission.id), eq(commitmentId, commitment.id)))
      .returning({ id: commitmentId })
    if (!gone) return { refused: 'changed-meanwhile' }
    await audit(tx, {
      event: 'commitment-unlinked',
      subject: `submission:${submission.id}`,
      staffId: staff.id,
      details: { commitment: gone.id },
    })
    return { unlinked: slug }
  })
}
