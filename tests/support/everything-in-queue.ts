import { queue } from '#app/domain/submissions/queue.server.ts'
import { queueFilter } from '#app/domain/submissions/queue-filter.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'

/** The references of all that the queue shows somebody under a filter, page by page to its end. */
export async function everythingInQueue(staff: Staff, asked: Record<string, string> = { status: 'all' }) {
  const refs: string[] = []
  for (let after: string | undefined; ;) {
    const { rows, next } = await queue(staff, queueFilter.parse({ ...asked, after }))
    refs.push(...rows.map(({ ref }) => ref))
    if (!next) return refs
    after = next
  }
}
