import { as } from '#db/client.server.ts'
import { secrecyMarks } from '#db/schema/records.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readReceived } from '../submissions/lock-for-staff.server.ts'

/**
 * Marks a case: what in it is or may be secret, and under which section of law. It decides nothing; whoever asks to read
 * the case gets her own decision. Refuses a case that she does not see or that another authority has.
 */
export async function markSecret(
  staff: Staff,
  ref: string,
  { what, law }: { what: string; law: string },
): Promise<Refused | { marked: string }> {
  assertMay(staff, 'secrecy.mark')
  return as(staff, async (tx) => {
    const submission = await readReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const [made] = await tx
      .insert(secrecyMarks)
      .values({ submissionId: submission.id, what, law, staffId: staff.id })
      .returning({ id: secrecyMarks.id })
    const details = { mark: made!.id }
    await audit(tx, { event: 'secrecy-marked', subject: `submission:${submission.id}`, staffId: staff.id, details })
    return { marked: made!.id }
  })
}
