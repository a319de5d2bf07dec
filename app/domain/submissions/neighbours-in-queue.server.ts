import { and, inArray } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { placesBeside } from './places-beside.server.ts'
import { askedBy } from './queue-conditions.server.ts'
import type { QueueFilter } from './queue-filter.server.ts'
import { writePlace, type QueuePlace } from './queue-place.ts'
import { visibleTo } from './visible-to.server.ts'

type Neighbour = { ref: string; place: string }
type Neighbours = { previous?: Neighbour | undefined; next?: Neighbour | undefined }

/**
 * The submissions that stand next before and next after the one at `filter.at` in a filtered queue, each with its place;
 * none where the queue ends, or where no place is named. She goes on from where it stood when she opened it, whatever she
 * has done to it since.
 */
export async function neighboursInQueue(staff: Staff, filter: QueueFilter): Promise<Neighbours> {
  const { at } = filter
  if (!at) return {}
  const asked = await askedBy(filter)
  return as(staff, async (tx) => {
    // One more than is needed: what was changed may have come to stand beside its own old place.
    const { before, after } = await placesBeside(tx, staff, { asked, at, length: 2 })
    const other = ({ id }: QueuePlace) => id !== at.id
    const [previous, next] = [before.findLast(other), after.find(other)]
    const refs = await refsOf(
      tx,
      staff,
      [previous, next].flatMap((place) => place?.id ?? []),
    )
    const shown = (place: QueuePlace | undefined) => {
      const ref = place && refs.get(place.id)
      return ref ? { ref, place: writePlace(place) } : undefined
    }
    return { previous: shown(previous), next: shown(next) }
  })
}

async function refsOf(tx: Tx, staff: Staff, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: submissions.id, ref: submissions.ref })
    .from(submissions)
    .where(and(inArray(submissions.id, ids), visibleTo(staff)))
  return new Map(rows.map(({ id, ref }) => [id, ref]))
}
