import { asc, eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { fourEyes } from '#db/schema/plans.ts'
import type { Category } from '#db/schema/submissions.ts'
import { settings } from '#app/settings.server.ts'
import type { Staff } from '../staff/staff.ts'

/** True where a second person approves what is answered and published. In trial mode, where one tries alone, nowhere. */
export async function needsSecond(tx: Tx, category: Category, mode = settings().mode): Promise<boolean> {
  if (mode === 'trial') return false
  return (await tx.$count(fourEyes, eq(fourEyes.category, category))) > 0
}

/** True where one of these categories asks for it: then all that goes out together waits for a second person. */
export async function oneNeedsSecond(tx: Tx, categories: readonly Category[]): Promise<boolean> {
  const asked = await Promise.all([...new Set(categories)].map((category) => needsSecond(tx, category)))
  return asked.includes(true)
}

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
