import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { savedViews } from '#db/schema/views.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import type { ChangedViewInput } from './input.server.ts'
import { lockViews } from './lock-views.server.ts'
import { viewsSeen } from './views-for-staff.server.ts'

/**
 * Names a view anew, and shares it or no longer. That of a colleague stays shared: else only she would have it. Refuses
 * a view that is not hers to change, a name that is taken, and more than there is room for.
 */
export async function changeView(
  staff: Staff,
  id: string,
  { name, shared: wanted }: ChangedViewInput,
): Promise<Refused | { changed: true }> {
  return as(staff, async (tx) => {
    const view = (await viewsSeen(tx, staff)).find((one) => one.id === id && one.mayChange)
    if (!view) return { refused: 'not-found' }
    const shared = wanted || !view.own
    const refused = await lockViews(tx, staff, { staffId: view.staffId, name, shared, except: id })
    if (refused) return refused
    const { organisation } = staff
    const changed = await tx
      .update(savedViews)
      .set({ name, shared, organisation })
      .where(eq(savedViews.id, id))
      .returning({ id: savedViews.id })
    if (changed.length === 0) return { refused: 'not-found' }
    await audit(tx, { event: 'view-changed', subject: `view:${id}`, staffId: staff.id, details: { shared } })
    return { changed: true }
  })
}
