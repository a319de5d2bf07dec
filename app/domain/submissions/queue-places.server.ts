import { and, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { statusesOf } from './queue-conditions.server.ts'
import type { QueueFilter } from './queue-filter.server.ts'
import { type QueuePlace } from './queue-place.ts'
import { streamsOf, wantedStates, type Stream } from './queue-streams.server.ts'

export const pageLength = 50

type Asked = {
  filter: Pick<QueueFilter, 'status' | 'after' | 'before'>
  where: SQL | undefined
  /** How many places, when it is not a page that is asked for. */
  length?: number
}

/**
 * The places of one page of the queue, after or before the place that the filter names, and from where the pages beside
 * it go on, if there are any.
 */
export async function placesInQueue(tx: Tx, staff: Staff, { filter, where, length = pageLength }: Asked) {
  const backwards = filter.before !== undefined
  const from = filter.before ?? filter.after
  const streams = streamsOf(staff, where)
  const found =
    streams.length > 0 ? await merged(tx, streams, { backwards, from, states: statusesOf(filter), length }) : []
  const places = found.slice(0, length)
  if (backwards) places.reverse()
  const [first, last, more] = [places[0], places.at(-1), found.length > length]
  return {
    places,
    previous: (backwards ? more : from !== undefined) ? first : undefined,
    next: backwards || more ? last : undefined,
  }
}

type Walk = { backwards: boolean; from: QueuePlace | undefined; states: readonly Status[]; length: number }

/** The first of all streams, each of which gives no more than a page of each state. */
async function merged(tx: Tx, streams: Stream[], { backwards, from, states, length }: Walk): Promise<QueuePlace[]> {
  const most = length + 1
  const [beyond, direction] = backwards ? [sql`<`, sql` desc`] : [sql`>`, sql``]
  const parts = streams.map(({ from: tables, where, urgency, turn, id }) => {
    const further =
      from &&
      sql`(${urgency}, ${turn}, ${id}) ${beyond} (${from.urgency}::smallint, ${from.turn}::bigint, ${from.id}::uuid)`
    return sql`select place.* from ${wantedStates(states)} cross join lateral (
      select ${urgency} as urgency, ${turn} as turn, ${id} as id from ${tables} where ${and(where, further)}
      order by ${urgency}${direction}, ${turn}${direction}, ${id}${direction} limit ${most}) place`
  })
  const rows = await tx.execute<{ urgency: number; turn: string; id: string }>(
    sql`select urgency, turn, id from (${sql.join(parts, sql` union all `)}) places
      order by urgency${direction}, turn${direction}, id${direction} limit ${most}`,
  )
  return rows.map(({ urgency, turn, id }) => ({ urgency, turn: Number(turn), id }))
}
