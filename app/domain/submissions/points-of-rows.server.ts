import { and, eq, inArray } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { areas } from '#db/schema/areas.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { readsOriginal, visibleTo } from './visible-to.server.ts'

/** Where a submission is, in degrees (WGS 84); when it is not known better, a point well inside its area. */
export type RowPoint = { lat: number; lon: number; exact: boolean }

/**
 * Where the submissions of some rows of the queue are, by their refs: of as many as are asked for, and of those alone
 * that she reaches. Who does not read what the resident wrote learns the area and no more.
 */
export async function pointsOfRows(staff: Staff, refs: readonly string[]): Promise<Map<string, RowPoint>> {
  if (refs.length === 0) return new Map()
  const { ref, lat, lon, receivingAuthority } = submissions
  const rows = await as(staff, (tx) =>
    tx
      .select({ ref, lat, lon, receivingAuthority, area: { lat: areas.lat, lon: areas.lon } })
      .from(submissions)
      .innerJoin(areas, eq(areas.code, submissions.areaCode))
      .where(and(inArray(ref, [...refs]), visibleTo(staff))),
  )
  return new Map(
    rows.map((row) => {
      const at = row.lat !== null && row.lon !== null && readsOriginal(staff, row) && { lat: row.lat, lon: row.lon }
      return [row.ref, at ? { ...at, exact: true } : { ...row.area, exact: false }]
    }),
  )
}
