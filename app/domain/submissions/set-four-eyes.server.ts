import { eq, sql } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { fourEyes } from '#db/schema/plans.ts'
import { categories, type Category } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { markOfList } from '../mark-of-list.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/**
 * Sets in which categories a second person approves what is answered and published; in all others nobody does. Refuses
 * when somebody else has changed it to something else since it was shown.
 */
export async function setFourEyes(
  staff: Staff,
  { wanted, seen }: { wanted: readonly Category[]; seen: string },
): Promise<Refused | { set: number }> {
  assertMay(staff, 'settings.edit')
  return as(staff, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('four eyes', 0))`)
    const before = (await tx.select({ category: fourEyes.category }).from(fourEyes)).map(({ category }) => category)
    if (![seen, markOfList(wanted)].includes(markOfList(before))) return { refused: 'changed-meanwhile' }
    for (const category of categories) {
      const [was, is] = [before.includes(category), wanted.includes(category)]
      if (was === is) continue
      if (is) await tx.insert(fourEyes).values({ category, staffId: staff.id }).onConflictDoNothing()
      else await tx.delete(fourEyes).where(eq(fourEyes.category, category))
      const details = { value: is }
      await audit(tx, { event: 'four-eyes-set', subject: `category:${category}`, staffId: staff.id, details })
    }
    return { set: wanted.length }
  })
}
