import { as, type Tx } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { answerableAmong, mostAtOnce, type AnswerableCase } from './answerable-cases.server.ts'
import { foundBy } from './hits-in-queue.server.ts'
import { askedBy, statusesOf, type Asked } from './queue-conditions.server.ts'
import type { QueueFilter } from './queue-filter.server.ts'
import { comparePlaces, type QueuePlace } from './queue-place.ts'
import { placesInQueue } from './queue-places.server.ts'
import { byIndexAlone } from './queue-streams.server.ts'
import { answerableStatuses } from './statuses.ts'

/** So many pages of the queue are looked through at most, of each state. */
const mostPages = 20

type Placed = AnswerableCase & { place: QueuePlace }
type Answerable = (typeof answerableStatuses)[number]

/**
 * The cases of a filter of the queue that can be answered now, in the order of the queue, at most `mostAtOnce`, and
 * whether there are or may be more.
 */
export async function answerableInQueue(staff: Staff, filter: QueueFilter) {
  const asked = await askedBy({ ...filter, after: undefined, before: undefined, at: undefined })
  const states = answerableStatuses.filter((status) => statusesOf(asked).includes(status))
  return as(staff, async (tx) => {
    const { q } = asked
    const { cases, more } = await (q
      ? amongHits(tx, staff, { ...asked, q, states })
      : inStates(tx, staff, { ...asked, states }))
    return { cases: cases.slice(0, mostAtOnce), more: more || cases.length > mostAtOnce }
  })
}

type AskedIn = Asked & { states: readonly Answerable[] }

/** What a search finds is few enough to be found once, and is looked at in its order until there are enough. */
async function amongHits(tx: Tx, staff: Staff, { states, ...asked }: AskedIn & { q: string }) {
  const cases: Placed[] = []
  if (states.length === 0) return { cases, more: false }
  const { wanted, cut } = await foundBy(tx, staff, asked, states)
  // What is named by its reference is found in whichever state it is.
  const places = wanted.filter(({ status }) => states.some((state) => state === status)).sort(comparePlaces)
  for (let start = 0; start < places.length && cases.length <= mostAtOnce; start += mostAtOnce)
    cases.push(...(await answerableAt(tx, staff, places.slice(start, start + mostAtOnce))))
  return { cases, more: cut }
}

/** State by state, since the queue is read so. */
async function inStates(tx: Tx, staff: Staff, { states, ...asked }: AskedIn) {
  await byIndexAlone(tx)
  const cases: Placed[] = []
  let more = false
  for (const status of states) {
    const found = await inState(tx, staff, { ...asked, status })
    cases.push(...found.cases)
    more ||= found.more
  }
  return { cases: cases.sort((one, other) => comparePlaces(one.place, other.place)), more }
}

/** Page by page, until there are enough or no more. */
async function inState(tx: Tx, staff: Staff, asked: Asked) {
  const cases: Placed[] = []
  let after: QueuePlace | undefined
  for (let page = 0; page < mostPages && cases.length <= mostAtOnce; page++) {
    const { places, next } = await placesInQueue(tx, staff, { ...asked, after })
    cases.push(...(await answerableAt(tx, staff, places)))
    after = next
    if (!after) break
  }
  return { cases, more: after !== undefined }
}

/** What can be answered of the cases at these places, at most `mostAtOnce` of them, in their order. */
async function answerableAt(tx: Tx, staff: Staff, places: readonly QueuePlace[]): Promise<Placed[]> {
  const rows = await answerableAmong(tx, staff, { ids: places.map(({ id }) => id) })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return places.flatMap((place) => (byId.has(place.id) ? [{ ...byId.get(place.id)!, place }] : []))
}
