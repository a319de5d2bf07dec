import { and, eq, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm'
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

/** The same, as the SQL condition on `submissions`. */
export const receivedBy = (staff: Staff): SQL =>
  actsForAuthority(staff) ? eq(submissions.receivingAuthority, staff.authority) : sql`false`

/** True when she may read what the resident wrote; a private company reads only what was rewritten for it. */
export const readsOriginal = (staff: Staff, submission: { receivingAuthority: Authority }): boolean =>
  receives(staff, submission) || readsRouted(staff.organisationKind)

/** The columns that decide who reaches a case; a routing holds copies of them. */
type Reachable = Pick<typeof submissions | typeof routings, 'kind' | 'areaCode' | 'receivingAuthority' | 'screenedAt'>

/** A way by which she reaches submissions, and the SQL condition for those that she reaches by it. */
export type Way = { by: 'received' | 'routed'; reached: (table: Reachable) => SQL }

/**
 * The ways by which a member of staff reaches submissions: all that her own authority has received, and, once screened,
 * what was routed to her organisation; of both only the areas that she is limited to, if any. Nothing is reached by both.
 * Admin, organiser and analyst have none. `routed` leaves to the caller to ask what was routed to her (`routings`).
 */
export function waysOf(staff: Staff): Way[] {
  const kinds = openKinds.filter((kind) => readsKind(staff, kind))
  if (kinds.length === 0) return []
  const limited = canBeLimited(staff.role) && staff.areas.length > 0
  const common = ({ kind, areaCode }: Reachable) =>
    and(inArray(kind, kinds), limited ? inArray(areaCode, staff.areas) : undefined)
  const own = actsForAuthority(staff) ? staff.authority : undefined
  const ways: Way[] = own
    ? [{ by: 'received', reached: (table) => and(eq(table.receivingAuthority, own), common(table))! }]
    : []
  if (!reachesBy(staff, 'routed')) return ways
  const others = (table: Reachable) => own && ne(table.receivingAuthority, own)
  const routed = (table: Reachable) => and(isNotNull(table.screenedAt), others(table), common(table))!
  return [...ways, { by: 'routed', reached: routed }]
}

/**
 * The SQL condition on `submissions` for the rows that a member of staff reaches, by whichever way. The database itself
 * holds the same (0012_rights_and_accounts.sql and 0013_areas_and_second_wall.sql): this says it once more, so that
 * neither stands alone.
 */
export const visibleTo = (staff: Staff): SQL =>
  or(
    ...waysOf(staff).map(({ by, reached }) =>
      and(reached(submissions), by === 'routed' ? routedTo(staff.organisation) : undefined),
    ),
  ) ?? sql`false`

const routedTo = (organisation: string): SQL =>
  sql`exists (select from ${routings} where ${routings.submissionId} = ${submissions.id} and ${routings.organisation} = ${organisation})`
