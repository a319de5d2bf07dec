import { as, type Tx } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { answerableAmong, mostAtOnce, type AnswerableCase } from './answerable-cases.server.ts'
import { hitsInQueue } from './hits-in-queue.server.ts'
import { askedBy, statusesOf, type Asked } from './queue-conditions.server.ts'
import type { QueueFilter } from './queue-filter.server.ts'
import { comparePlaces, type QueuePlace } from './queue-place.ts'
import { placesInQueue } from './queue-places.server.ts'
import { byIndexAlone } from './queue-streams.server.ts'
import { answerableStatuses } from './statuses.ts'

/** So many pages of the queue are looked through at most, of each state. */
const mostPages = 20

type Placed = AnswerableCase & { place: QueuePlace }

/**
 * The cases of a filter of the queue that can be answered now, in the order of the queue, at most `mostAtOnce`, and
 * whether there are or may be more.
 */
export async function answerableInQueue(staff: Staff, filter: QueueFilter) {
  const asked = await askedBy({ ...filter, after: undefined, before: undefined, at: undefined })
  const states = answerableStatuses.filter((status) => statusesOf(asked).includes(status))
  return as(staff, async (tx) => {
    await byIndexAlone(tx)
    const cases: Placed[] = []
    let more = false
    for (const status of states) {
      const found = await inState(tx, staff, { ...asked, status })
      cases.push(...found.cases)
      more ||= found.more
    }
    cases.sort((one, other) => comparePlaces(one.place, other.place))
    return { cases: cases.slice(0, mostAtOnce), more: more || cases.length > mostAtOnce }
  })
}

/** Page by page, until there are enough or no more. */
async function inState(tx: Tx, staff: Staff, asked: Asked) {
  const cases: Placed[] = []
  let after: QueuePlace | undefined
  for (let page = 0; page < mostPages && cases.length <= mostAtOnce; page++) {
    const { q } = asked
    const { places, next } = await (q
      ? hitsInQueue(tx, staff, { ...asked, q, after })
      : placesInQueue(tx, staff, { ...asked, after }))
    const rows = await answerableAmong(tx, staff, { ids: places.map(({ id }) => id) })
    const byId = new Map(rows.map((row) => [row.id, row]))
    cases.push(...places.flatMap((place) => (byId.has(place.id) ? [{ ...byId.get(place.id)!, place }] : [])))
    after = next
    if (!after) break
  }
  return { cases, more: after !== undefined }
}
