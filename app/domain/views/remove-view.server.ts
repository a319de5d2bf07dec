import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { savedViews } from '#db/schema/views.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'

/** Takes a view away, for all who had it. Refuses one that is not hers to remove: row-level security says which are. */
export async function removeView(staff: Staff, id: string): Promise<Refused | { removed: true }> {
  return as(staff, async (tx) => {
    const [gone] = await tx.delete(savedViews).where(eq(savedViews.id, id)).returning({ shared: savedViews.shared })
    if (!gone) return { refused: 'not-found' }
    const { shared } = gone
    await audit(tx, { event: 'view-removed', subject: `view:${id}`, staffId: staff.id, details: { shared } })
    return { removed: true }
  })
}
