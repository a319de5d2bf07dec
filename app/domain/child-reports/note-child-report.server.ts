import { as } from '#db/client.server.ts'
import { childReports } from '#db/schema/child-reports.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { lockReceived } from '../submissions/lock-for-staff.server.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import type { ChildReportInput } from './input.server.ts'

/**
 * Notes on a case that a report of concern about a child was made: on which day, to whom and by which function, and
 * nothing of the child. Only the staff of the authority that has the case read it; handed over, it stays with who noted
 * it. Refuses a day that has not come, and a case that she does not handle.
 */
export async function noteChildReport(
  staff: Staff,
  ref: string,
  { reportedOn, receiver }: ChildReportInput,
): Promise<Refused | { noted: string }> {
  assertMay(staff, 'triage')
  if (reportedOn > dayOf(new Date())) return { refused: 'future-day' }
  return as(staff, async (tx) => {
    const submission = await lockReceived(tx, staff, ref)
    if ('refused' in submission) return submission
    const by = { authority: submission.receivingAuthority, signedAs: staff.signsAs, staffId: staff.id }
    const [made] = await tx
      .insert(childReports)
      .values({ submissionId: submission.id, reportedOn, receiver, ...by })
      .returning({ id: childReports.id })
    await audit(tx, { event: 'child-report-noted', subject: `submission:${submission.id}`, staffId: staff.id })
    return { noted: made!.id }
  })
}
