import { and, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '#db/client.server.ts'
import { workloads } from '#db/schema/insights.ts'
import { organisations } from '#db/schema/staff.ts'
import type { Staff } from '../staff/staff.ts'
import { inFives } from './in-fives.ts'
import type { InsightsFilter } from './input.server.ts'
import { visibleFigures } from './visible-figures.server.ts'

const sum = (column: AnyPgColumn) => sql<number>`sum(${column})::int`

/** What lies with each organisation now, in fives, by name; of no single person. */
export async function workloadsOf(
  tx: Tx,
  staff: Staff,
  { authority, area }: Pick<InsightsFilter, 'authority' | 'area'>,
) {
  const { open, unassigned, waiting, old, routed } = workloads
  const rows = await tx
    .select({
      organisation: organisations.name,
      ...{ open: sum(open), unassigned: sum(unassigned), waiting: sum(waiting), old: sum(old), routed: sum(routed) },
    })
    .from(workloads)
    .innerJoin(organisations, eq(organisations.slug, workloads.organisation))
    .where(
      and(
        visibleFigures(staff, workloads),
        authority && eq(workloads.authority, authority),
        area ? eq(workloads.areaCode, area) : undefined,
      ),
    )
    .groupBy(organisations.slug)
    .orderBy(organisations.name)
  return rows.map((row) => ({
    organisation: row.organisation,
    ...{ open: inFives(row.open), unassigned: inFives(row.unassigned), waiting: inFives(row.waiting) },
    ...{ old: inFives(row.old), routed: inFives(row.routed) },
  }))
}
