import { and, eq, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { savedViews } from '#db/schema/views.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { mostShared, mostViews } from './limits.ts'

type Wanted = { staffId: string; name: string; shared: boolean; except?: string }

/**
 * Whether there is room for a view of this name. Refuses a name that another view has which its maker sees, upper or
 * lower case, and more views than one person saves or one organisation shares. Nobody of the organisation saves another
 * until the transaction ends.
 */
export async function lockViews(tx: Tx, staff: Staff, wanted: Wanted): Promise<Refused | undefined> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`views of ${staff.organisation}`}, 0))`)
  const here = and(eq(savedViews.organisation, staff.organisation), savedViews.shared)
  const own = eq(savedViews.staffId, wanted.staffId)
  const others = await tx
    .select({
      sameName: sql<boolean>`lower(${savedViews.name}) = lower(${wanted.name})`,
      ofMaker: sql<boolean>`${own}`,
      here: sql<boolean>`${here}`,
    })
    .from(savedViews)
    .where(and(or(own, here), wanted.except ? ne(savedViews.id, wanted.except) : undefined))
  if (others.some(({ sameName }) => sameName)) return { refused: 'name-taken' }
  const full =
    others.filter(({ ofMaker }) => ofMaker).length >= mostViews ||
    (wanted.shared && others.filter((other) => other.here).length >= mostShared)
  return full ? { refused: 'too-many-views' } : undefined
}
