import { asc, eq, sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { staff as people } from '#db/schema/staff.ts'
import { savedViews } from '#db/schema/views.ts'
import { may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import { viewFilter } from './input.server.ts'

/**
 * The saved views that she sees: her own and those shared in her organisation, by name; each with who made it and
 * whether she may change it. Of the filter what is understood today.
 */
export const viewsForStaff = (staff: Staff) => as(staff, (tx) => viewsSeen(tx, staff))

/** The same, within a transaction. */
export async function viewsSeen(tx: Tx, staff: Staff) {
  const rows = await tx
    .select({
      id: savedViews.id,
      name: savedViews.name,
      shared: savedViews.shared,
      filter: savedViews.filter,
      staffId: savedViews.staffId,
      madeBy: people.name,
    })
    .from(savedViews)
    .leftJoin(people, eq(people.id, savedViews.staffId))
    .orderBy(asc(sql`lower(${savedViews.name})`), asc(savedViews.id))
  return rows.map(({ staffId, filter, ...row }) => {
    const own = staffId === staff.id
    return { ...row, own, staffId, filter: viewFilter.parse(filter), mayChange: own || may(staff, 'triage') }
  })
}
