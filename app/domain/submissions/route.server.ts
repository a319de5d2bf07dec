import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { organisations } from '#db/schema/staff.ts'
import { routings, submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/**
 * Lets another organisation see a submission, from when it is screened; done again it replaces the rewritten text.
 * A company gets the rewritten text and nothing else, so it needs one. Refuses an unknown organisation and the
 * receiving authority itself. What a rule has proposed is then done. Those of the organisation are told that it came.
 */
export async function route(
  staff: Staff,
  ref: string,
  { organisation, rewrittenBody = '' }: { organisation: string; rewrittenBody?: string },
): Promise<Refused | { routed: string }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const [to] = await tx
      .select({ slug: organisations.slug, kind: organisations.kind })
      .from(organisations)
      .where(eq(organisations.slug, organisation))
    if (!to || to.slug === submission.receivingAuthority) return { refused: 'no-such-organisation' }
    if (to.kind === 'company' && !rewrittenBody) return { refused: 'rewritten-text-missing' }

    const text = { rewrittenBody: rewrittenBody || null, staffId: staff.id, routedAt: new Date() }
    const there = and(eq(routings.submissionId, submission.id), eq(routings.organisation, organisation))
    const isNew = (await tx.$count(routings, there)) === 0
    await tx
      .insert(routings)
      .values({ submissionId: submission.id, organisation, ...text })
      .onConflictDoUpdate({ target: [routings.submissionId, routings.organisation], set: text })
    await tx
      .update(submissions)
      .set({ proposedTo: null })
      .where(and(eq(submissions.id, submission.id), eq(submissions.proposedTo, organisation)))
    await audit(tx, {
      event: 'submission-routed',
      subject: `submission:${submission.id}`,
      staffId: staff.id,
      details: { organisation },
    })
    // Who cannot read it yet is told when it is screened.
    if (isNew && submission.screenedAt)
      await enqueue(tx, 'tell-organisation', { submissionId: submission.id, organisation })
    return { routed: organisation }
  })
}
