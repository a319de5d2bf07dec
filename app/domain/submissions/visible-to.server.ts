import { and, eq, inArray, isNotNull, or, sql, type SQL } from 'drizzle-orm'
import { routings, submissions } from '#db/schema/submissions.ts'
import type { Authority } from '#db/schema/staff.ts'
import { canBeLimited, reachesBy, readsKind, readsRouted } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { openKinds } from './categories.ts'

/** True when she acts for an authority that receives submissions: not a partner, and in an organisation of one. */
const actsForAuthority = (staff: Staff): staff is Staff & { authority: Authority } =>
  staff.authority !== null && reachesBy(staff, 'received')

/** True when she acts for the authority that has received this submission: only then may she handle it. */
export const receives = (staff: Staff, submission: { receivingAuthority: Authority }): boolean =>
  actsForAuthority(staff) && staff.authority === submission.receivingAuthority

/** True when she may read what the resident wrote; a private company reads only what was rewritten for it. */
export const readsOriginal = (staff: Staff, submission: { receivingAuthority: Authority }): boolean =>
  receives(staff, submission) || readsRouted(staff.organisationKind)

/**
 * The SQL condition on `submissions` for the rows that a member of staff reaches: all that her own authority has
 * received, and, once screened, what was routed to her organisation; of both only the areas that she is limited to, if
 * any. Admin, organiser and analyst reach none. The database itself holds the same (0012_rights_and_accounts.sql and
 * 0014_rights_by_area.sql): this says it once more, so that neither stands alone.
 */
export function visibleTo(staff: Staff): SQL {
  const kinds = openKinds.filter((kind) => readsKind(staff, kind))
  const ways = [
    actsForAuthority(staff) ? eq(submissions.receivingAuthority, staff.authority) : undefined,
    reachesBy(staff, 'routed') ? and(isNotNull(submissions.screenedAt), routedTo(staff.organisation)) : undefined,
  ]
  if (kinds.length === 0 || !ways.some(Boolean)) return sql`false`
  const limit = canBeLimited(staff.role) && staff.areas.length > 0
  return and(
    or(...ways),
    inArray(submissions.kind, kinds),
    limit ? inArray(submissions.areaCode, staff.areas) : undefined,
  )!
}

const routedTo = (organisation: string): SQL =>
  sql`exists (select from ${routings} where ${routings.submissionId} = ${submissions.id} and ${routings.organisation} = ${organisation})`
