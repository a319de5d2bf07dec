import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { fourEyes } from '#db/schema/plans.ts'
import { categories, type Category } from '#db/schema/submissions.ts'
import { audit } from '../audit.server.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'

/** Sets in which categories a second person approves what is answered and published; in all others nobody does. */
export async function setFourEyes(staff: Staff, wanted: readonly Category[]): Promise<{ set: number }> {
  assertMay(staff, 'settings.edit')
  return as(staff, async (tx) => {
    const before = (await tx.select({ category: fourEyes.category }).from(fourEyes)).map(({ category }) => category)
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
