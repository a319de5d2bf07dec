import { and, eq, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '#db/client.server.ts'
import { workloads } from '#db/schema/insights.ts'
import { organisations } from '#db/schema/staff.ts'
import type { Staff } from '../staff/staff.ts'
import { inFives } from './in-fives.ts'
import type { InsightsFilter } from './input.server.ts'
import { visibleFigures } from './visible-figures.server.ts'

const sum = (column: AnyPgColumn) => sql<number>`coalesce(sum(${column}), 0)::int`

/**
 * What lies with each organisation now, in fives, by name; of no single person. All organisations are there whatever lies
 * with them: one that were not would tell that nothing does, and one that came would tell of a single case.
 */
export async function workloadsOf(
  tx: Tx,
  staff: Staff,
  { authority, area }: Pick<InsightsFilter, 'authority' | 'area'>,
) {
  const { open, unassigned, waiting, old, routed } = workloads
  const rows = await tx
    .select({
      ...{ slug: organisations.slug, organisation: organisations.name },
      ...{ open: sum(open), unassigned: sum(unassigned), waiting: sum(waiting), old: sum(old), routed: sum(routed) },
    })
    .from(organisations)
    .leftJoin(
      workloads,
      and(
        eq(workloads.organisation, organisations.slug),
        visibleFigures(staff, workloads),
        authority && eq(workloads.authority, authority),
        area ? eq(workloads.areaCode, area) : undefined,
      ),
    )
    .groupBy(organisations.slug)
    .orderBy(organisations.name, organisations.slug)
  return rows.map((row) => ({
    ...{ slug: row.slug, organisation: row.organisation },
    ...{ open: inFives(row.open), unassigned: inFives(row.unassigned), waiting: inFives(row.waiting) },
    ...{ old: inFives(row.old), routed: inFives(row.routed) },
  }))
}
