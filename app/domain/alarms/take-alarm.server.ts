import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { alarms } from '#db/schema/alarms.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readReceived } from '../submissions/lock-for-staff.server.ts'

/** Takes the alarm of a case: whoever does sees to it, and nobody else is told any more. Refuses when somebody already has. */
export async function takeAlarm(staff: Staff, ref: string): Promise<Refused | { taken: true }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await readReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const { id, submissionId, takenAt } = alarms
    const [taken] = await tx
      .update(alarms)
      .set({ takenById: staff.id, takenAt: new Date() })
      .where(and(eq(submissionId, submission.id), isNull(takenAt)))
      .returning({ id })
    if (!taken) return { refused: 'changed-meanwhile' }
    await audit(tx, { event: 'alarm-taken', subject: `submission:${submission.id}`, staffId: staff.id })
    return { taken: true }
  })
}
