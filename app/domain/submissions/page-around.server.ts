import { as } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { placesBeside } from './places-beside.server.ts'
import { askedBy } from './queue-conditions.server.ts'
import type { QueueFilter } from './queue-filter.server.ts'
import { pageLength } from './queue-places.server.ts'

/**
 * The filter by which the queue shows the page around the place that she comes back to (`at`): from the queue's beginning
 * where that is no more than half a page away. A filter that names no such place, or a page already, is left as it is.
 */
export async function pageAround(staff: Staff, filter: QueueFilter): Promise<QueueFilter> {
  const { at } = filter
  if (!at || filter.after || filter.before) return filter
  const half = pageLength / 2
  const asked = await askedBy(filter)
  const { before } = await as(staff, (tx) => placesBeside(tx, staff, { asked, at, length: half + 1 }))
  return before.length > half ? { ...filter, after: before[0] } : filter
}
