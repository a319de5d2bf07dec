import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { secrecyMarks } from '#db/schema/records.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readReceived } from '../submissions/lock-for-staff.server.ts'

/** Lifts a mark of secrecy; it stays to be read, with who lifted it. Refuses what `markSecret` does, and a lifted one. */
export async function liftSecrecy(staff: Staff, ref: string, mark: string): Promise<Refused | { lifted: string }> {
  assertMay(staff, 'secrecy.mark')
  return as(staff, async (tx) => {
    const submission = await readReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const [lifted] = await tx
      .update(secrecyMarks)
      .set({ liftedById: staff.id, liftedAt: new Date() })
      .where(
        and(eq(secrecyMarks.id, mark), eq(secrecyMarks.submissionId, submission.id), isNull(secrecyMarks.liftedAt)),
      )
      .returning({ id: secrecyMarks.id })
    if (!lifted) return { refused: 'changed-meanwhile' }
    const details = { mark }
    await audit(tx, { event: 'secrecy-lifted', subject: `submission:${submission.id}`, staffId: staff.id, details })
    return { lifted: mark }
  })
}
