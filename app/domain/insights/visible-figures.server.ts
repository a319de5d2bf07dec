import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { canBeLimited, may } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

type Figures = { authority: AnyPgColumn; areaCode: AnyPgColumn }

/** True when she sees the figures of both authorities: an analyst follows the whole, and reads no case of either. */
export const seesAllFigures = (staff: Pick<Staff, 'role'>): boolean => staff.role === 'analyst'

/**
 * The SQL condition on a table of figures for what a member of staff sees: an analyst all, an officer or a coordinator
 * what her own authority has received, and of that the areas that she is limited to, if any. The database itself holds
 * the same (`viewer_figures`).
 */
export function visibleFigures(staff: Staff, { authority, areaCode }: Figures): SQL | undefined {
  if (!may(staff, 'insights')) return sql`false`
  if (seesAllFigures(staff)) return undefined
  if (staff.authority === null) return sql`false`
  const limit = canBeLimited(staff.role) && staff.areas.length > 0
  return and(eq(authority, staff.authority), limit ? inArray(areaCode, staff.areas) : undefined)
}
