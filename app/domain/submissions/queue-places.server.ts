import { sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { statusesOf, type Asked } from './queue-conditions.server.ts'
import { comparePlaces, type QueuePlace } from './queue-place.ts'
import { lookedThrough, streamsOf, wantedStates, type Stream } from './queue-streams.server.ts'

export const pageLength = 50

/** So many are looked through for a page, of all states that are asked for together, and of each at least so many. */
const [mostLookedThrough, leastOfEach] = [10_000, 1000]

/**
 * The places of one page of the queue, after or before the place that the filter names, and from where the pages beside
 * it go on, if there are any. Where few fit, the page may end before it is full: `partly` then says how many of each state
 * were looked through, and the next page goes on from there.
 */
export async function placesInQueue(tx: Tx, staff: Staff, asked: Asked, length = pageLength) {
  const backwards = asked.before !== undefined
  const from = asked.before ?? asked.after
  const states = statusesOf(asked)
  const looked = Math.max(leastOfEach, mostLookedThrough / states.length)
  const { found, last } = await walked(tx, streamsOf(staff, asked), {
    backwards,
    from,
    states,
    looked,
    most: length + 1,
  })
  const places = found.slice(0, length)
  const end = places.length === length ? places.at(-1) : last
  const onwards = found.length > length || last ? end : undefined
  const back = from && (places[0] ?? from)
  return {
    places: backwards ? places.reverse() : places,
    ...(backwards ? { previous: onwards, next: back } : { previous: back, next: onwards }),
    partly: last && places.length < length ? looked : undefined,
  }
}

type Walk = {
  backwards: boolean
  from: QueuePlace | undefined
  states: readonly Status[]
  looked: number
  most: number
}
type Row = { urgency: number; turn: string; id: string; fits: boolean }

/**
 * The first of all streams, each of which gives no more than a page of each state. Where one was looked through to its
 * limit (`last`), what other streams have beyond that place is left for the next page.
 */
async function walked(tx: Tx, streams: Stream[], { states, ...walk }: Walk) {
  if (streams.length === 0) return { found: [], last: undefined }
  const parts = streams.map(
    (stream) => sql`select place.* from ${wantedStates(states)} cross join lateral (
      ${lookedThrough(stream, walk)}
      select * from fitting union all select * from last) place`,
  )
  const rows = await tx.execute<Row>(sql.join(parts, sql` union all `))
  const sign = walk.backwards ? -1 : 1
  const inOrder = (some: Row[]): QueuePlace[] =>
    some
      .map(({ urgency, turn, id }) => ({ urgency, turn: Number(turn), id }))
      .sort((one, other) => sign * comparePlaces(one, other))
  const [last] = inOrder(rows.filter(({ fits }) => !fits))
  const found = inOrder(rows.filter(({ fits }) => fits))
  return { found: last ? found.filter((place) => sign * comparePlaces(place, last) <= 0) : found, last }
}
