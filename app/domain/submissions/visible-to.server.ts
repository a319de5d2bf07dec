import { and, eq, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import { routings, submissions } from '#db/schema/submissions.ts'
import type { Authority } from '#db/schema/staff.ts'
import { may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

const receivers = ['officer', 'coordinator', 'registrar'] as const

/** True when she acts for an authority that receives submissions: not a partner, and in an organisation of one. */
const actsForAuthority = (staff: Staff): staff is Staff & { authority: Authority } =>
  staff.authority !== null && (receivers as readonly string[]).includes(staff.role)

/** True when she acts for the authority that has received this submission: only then may she handle it. */
export const receives = (staff: Staff, submission: { receivingAuthority: Authority }): boolean =>
  actsForAuthority(staff) && staff.authority === submission.receivingAuthority

/** True when she may read what the resident wrote; a private company reads only what was rewritten for it. */
export const readsOriginal = (staff: Staff, submission: { receivingAuthority: Authority }): boolean =>
  receives(staff, submission) || staff.organisationKind !== 'company'

/**
 * The SQL condition on `submissions` for the rows that a member of staff reaches: all that her own authority has
 * received, and, once screened, what was routed to her organisation. Admin, organiser and analyst reach none.
 */
export function visibleTo(staff: Staff): SQL {
  if (!may(staff, 'submissions.read')) return sql`false`
  const routed = and(isNotNull(submissions.screenedAt), routedTo(staff.organisation))!
  if (!actsForAuthority(staff)) return routed
  return or(eq(submissions.receivingAuthority, staff.authority), routed)!
}

const routedTo = (organisation: string): SQL =>
  sql`exists (select from ${routings} where ${routings.submissionId} = ${submissions.id} and ${routings.organisation} = ${organisation})`
