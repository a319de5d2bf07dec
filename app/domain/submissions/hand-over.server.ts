import { eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import type { Authority } from '#db/schema/staff.ts'
import { messages, submissions, type Status } from '#db/schema/submissions.ts'
import { findUntakenAlarm } from '../alarms/queries.server.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { handoverCount } from './handover-count.server.ts'
import { hasMerged } from './has-merged.server.ts'
import { holds } from './held.server.ts'
import { keepDue } from './keep-due.server.ts'
import { lockReceived } from './lock-for-staff.server.ts'
import { isOpen } from './statuses.ts'

type HandOver = {
  /** Where she who hands it over saw it stand. */
  from: Status
  to: Authority
  /** The letter to the resident, as it was written; it goes into the thread. */
  message: string
}

/**
 * Hands a submission over to the other authority, which has it from then on: nobody is assigned, it gets a number of
 * that authority's register, and the number it had stays in the register of this one. Notes stay inside the organisation
 * that wrote them. Of an alarm that nobody has taken, those on duty there are mailed in their turn. Refuses what is not
 * open, what has changed meanwhile, and what others were merged into.
 */
export async function handOver(
  staff: Staff,
  ref: string,
  { from, to, message }: HandOver,
): Promise<Refused | { handedOver: Authority }> {
  assertMay(staff, 'triage')
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    if (submission.status !== from) return { refused: 'changed-meanwhile' }
    if (!isOpen(from)) return { refused: 'wrong-status' }
    if (to === submission.receivingAuthority) return { refused: 'no-such-authority' }
    const { id, registrationNumber } = submissions
    if (await hasMerged(tx, submission.id)) return { refused: 'has-merged' }

    const by = { sender: 'staff' as const, staffId: staff.id, signedAs: staff.signsAs }
    await tx.insert(messages).values({ submissionId: submission.id, ...by, body: message })
    // Who is written to is held no longer.
    if (holds(submission)) await tx.update(submissions).set({ heldFor: [] }).where(eq(id, submission.id))
    const [row] = await tx.select({ number: registrationNumber }).from(submissions).where(eq(id, submission.id))
    const details = row?.number ? { details: { registrationNumber: row.number } } : {}
    await audit(tx, {
      ...{ event: 'submission-handed-over', subject: `submission:${submission.id}`, staffId: staff.id },
      ...details,
    })
    await keepDue(tx, submission.id, { to })
    // Afterwards she sees it no longer.
    const alarmId = await findUntakenAlarm(tx, submission.id)
    const stay = 1 + (await handoverCount(tx, submission.id))
    // The last thing that she may do with it; what is half written about it goes, too.
    await tx.execute(sql`select hand_over_case(${submission.id}, ${to})`)
    await enqueue(tx, 'register-submission', { submissionId: submission.id })
    await enqueue(tx, 'message-to-resident', { submissionId: submission.id })
    if (alarmId) await enqueue(tx, 'danger-alarm', { alarmId, stay })
    return { handedOver: to }
  })
}
