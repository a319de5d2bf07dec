import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import { triageStaff } from '../staff/queries.server.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'

/**
 * Gives a submission to somebody of the receiving authority who may triage and reaches its area, or to nobody (null);
 * `from` is who had it when the page was shown. Who gets it from another is told. Refuses when it has changed hands
 * meanwhile, and a person who may not have it.
 */
export async function assign(
  staff: Staff,
  ref: string,
  { from, to }: { from: string | null; to: string | null },
): Promise<Refused | { assigned: string | null }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (submission.assigneeId !== from) return { refused: 'changed-meanwhile' }
    const colleagues = to === null ? [] : await triageStaff(tx, submission.receivingAuthority, submission.areaCode)
    if (to !== null && !colleagues.some((colleague) => colleague.id === to)) return { refused: 'no-such-person' }

    await tx.update(submissions).set({ assigneeId: to }).where(eq(submissions.id, submission.id))
    await audit(tx, {
      event: 'submission-assigned',
      subject: `submission:${submission.id}`,
      staffId: staff.id,
      details: { to: to ?? 'nobody' },
    })
    // Who takes a case herself need not be told.
    if (to !== null && to !== staff.id)
      await enqueue(tx, 'tell-staff', { submissionId: submission.id, kind: 'assigned' })
    return { assigned: to }
  })
}
