import { asc, inArray } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { fourEyes } from '#db/schema/plans.ts'
import type { Category } from '#db/schema/submissions.ts'
import { settings } from '#app/settings.server.ts'
import type { Staff } from '../staff/staff.ts'

/**
 * Those of these categories of which a second person approves what is answered and published. In trial mode, where one
 * tries alone, none.
 */
export async function thoseWithSecond(
  tx: Tx,
  categories: readonly Category[],
  mode = settings().mode,
): Promise<Category[]> {
  if (mode === 'trial' || categories.length === 0) return []
  const { category } = fourEyes
  const rows = await tx
    .select({ category })
    .from(fourEyes)
    .where(inArray(category, [...new Set(categories)]))
  return rows.map((row) => row.category)
}

/** True where a second person approves what is answered and published. In trial mode, where one tries alone, nowhere. */
export const needsSecond = async (tx: Tx, category: Category, mode = settings().mode): Promise<boolean> =>
  (await thoseWithSecond(tx, [category], mode)).length > 0

/** True where one of these categories asks for it: then all that goes out together waits for a second person. */
export const oneNeedsSecond = async (tx: Tx, categories: readonly Category[]): Promise<boolean> =>
  (await thoseWithSecond(tx, categories)).length > 0

/** The same, asked before anything is written. */
export const willNeedSecond = (staff: Staff, categories: readonly Category[]): Promise<boolean> =>
  as(staff, (tx) => oneNeedsSecond(tx, categories))

/** The categories of which this is set, whatever the mode. */
export async function categoriesWithFourEyes(staff: Staff): Promise<Category[]> {
  const rows = await as(staff, (tx) =>
    tx.select({ category: fourEyes.category }).from(fourEyes).orderBy(asc(fourEyes.category)),
  )
  return rows.map(({ category }) => category)
}
