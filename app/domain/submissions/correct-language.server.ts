import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import type { WrittenLanguage } from './written-languages.ts'

/** Corrects in which language a submission is written; null says that nobody can tell. The text itself stays. */
export async function correctLanguage(
  staff: Staff,
  ref: string,
  writtenIn: WrittenLanguage | null,
): Promise<Refused | { corrected: WrittenLanguage | null }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (submission.writtenIn === writtenIn) return { corrected: writtenIn }
    await tx.update(submissions).set({ writtenIn }).where(eq(submissions.id, submission.id))
    await audit(tx, {
      event: 'language-corrected',
      subject: `submission:${submission.id}`,
      staffId: staff.id,
      details: { from: submission.writtenIn ?? 'unknown', to: writtenIn ?? 'unknown' },
    })
    return { corrected: writtenIn }
  })
}
