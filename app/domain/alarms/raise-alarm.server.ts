import { as } from '#db/client.server.ts'
import { alarms } from '#db/schema/alarms.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { handoverCount } from '../submissions/handover-count.server.ts'
import { lockReceived } from '../submissions/lock-for-staff.server.ts'
import { findUntakenAlarm } from './queries.server.ts'

/**
 * Says of a case that somebody may be in danger now: those on duty of the authority that has it are mailed, and all of its
 * staff who see the case are told on every page until somebody takes the alarm. While one is not taken there is no other.
 * Refuses a case that she does not handle.
 */
export async function raiseAlarm(staff: Staff, ref: string): Promise<Refused | { raised: string }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const waiting = await findUntakenAlarm(tx, submission.id)
    if (waiting) return { raised: waiting }

    const row = { submissionId: submission.id, raisedById: staff.id }
    const [made] = await tx.insert(alarms).values(row).returning({ id: alarms.id })
    await audit(tx, { event: 'alarm-raised', subject: `submission:${submission.id}`, staffId: staff.id })
    await enqueue(tx, 'danger-alarm', { alarmId: made!.id, stay: await handoverCount(tx, submission.id) })
    return { raised: made!.id }
  })
}
