import { as } from '#db/client.server.ts'
import { savedViews } from '#db/schema/views.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from '../staff/permissions.ts'
import type { Staff } from '../staff/staff.ts'
import type { ViewInput } from './input.server.ts'
import { lockViews } from './lock-views.server.ts'

/**
 * Keeps a filter of the queue under a name, for herself or for her organisation; gives its id. Refuses a name that she
 * sees already, and more than there is room for.
 */
export async function saveView(
  staff: Staff,
  { name, shared, filter }: ViewInput,
): Promise<Refused | { saved: string }> {
  assertMay(staff, 'submissions.read')
  return as(staff, async (tx) => {
    const refused = await lockViews(tx, staff, { staffId: staff.id, name, shared })
    if (refused) return refused
    const [row] = await tx
      .insert(savedViews)
      .values({ staffId: staff.id, organisation: staff.organisation, name, shared, filter })
      .returning({ id: savedViews.id })
    const saved = row!.id
    await audit(tx, { event: 'view-saved', subject: `view:${saved}`, staffId: staff.id, details: { shared } })
    return { saved }
  })
}
