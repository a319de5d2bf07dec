import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { responses, withdrawals } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import type { Withdrawal } from './withdrawal-input.server.ts'

/**
 * Withdraws one version of the answer for secrecy or privacy: its text leaves the row that the public and the resident
 * read, the day stays, and it is never shown again. What
 * stood there is kept for who handles the case in the same authority. Refuses a version
 * that is not there or was withdrawn before.
 */
export async function withdrawAnswer(
  staff: Staff,
  ref: string,
  { version, ground, reason }: Withdrawal,
): Promise<Refused | { withdrawn: number }> {
  assertMay(staff, 'answer')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const submissionId = submission.id
    const [given] = await tx
      .select({ id: responses.id, texts: responses.body })
      .from(responses)
      .where(
        and(eq(responses.submissionId, submissionId), eq(responses.version, version), isNull(responses.withdrawnAt)),
      )
    if (!given) return { refused: 'changed-meanwhile' }
    const withdrawnAt = new Date()
    const by = { authority: submission.receivingAuthority, staffId: staff.id }
    const why = { part: 'answer' as const, version, ground, reason, texts: given.texts, ...by }
    await tx.insert(withdrawals).values({ submissionId, ...why, withdrawnAt })
    await tx
      .update(responses)
      .set({ body: { sv: '' }, staleIn: [], withdrawnAt })
      .where(eq(responses.id, given.id))
    await audit(tx, {
      event: 'answer-withdrawn',
      subject: `submission:${submissionId}`,
      staffId: staff.id,
      details: { version, reasons: ground },
    })
    return { withdrawn: version }
  })
}
