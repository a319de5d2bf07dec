import { and, inArray, ne, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { commitments, pledges } from '#db/schema/commitments.ts'
import { submissionCommitments } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/**
 * Links a submission to one or more commitments, given by their addresses; what is linked already stays so. Refuses
 * when one of them is not there or belongs to a draft.
 */
export async function link(staff: Staff, ref: string, slugs: string[]): Promise<Refused | { linked: number }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const wanted = await tx
      .select({ id: commitments.id, slug: commitments.slug })
      .from(commitments)
      .innerJoin(pledges, eq(pledges.id, commitments.pledgeId))
      .where(and(inArray(commitments.slug, slugs), ne(pledges.state, 'draft')))
    if (wanted.length === 0 || wanted.length !== new Set(slugs).size) return { refused: 'no-such-commitment' }

    const made = await tx
      .insert(submissionCommitments)
      .values(wanted.map(({ id }) => ({ submissionId: submission.id, commitmentId: id, staffId: staff.id })))
      .onConflictDoNothing()
      .returning({ id: submissionCommitments.commitmentId })
    for (const { id } of made) {
      const subject = `submission:${submission.id}`
      await audit(tx, { event: 'commitment-linked', subject, staffId: staff.id, details: { commitment: id } })
    }
    return { linked: made.length }
  })
}
