import { sql } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { statuses, type Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { statusesOf, type Asked } from './queue-conditions.server.ts'
import { byIndexAlone, lookedThrough, streamsOf, wantedStates } from './queue-streams.server.ts'
import { openStatuses } from './statuses.ts'

/** Nothing is counted further than this. */
export const mostCounted = 999

/** So many of each state are looked through to count those that fit. */
const looked = mostCounted + 1

/** How many there are, and whether there are or may be more. */
export type Count = { count: number; more: boolean }

export const countOf = (count: number, more = false): Count => ({
  count: Math.min(count, mostCounted),
  more: more || count > mostCounted,
})

/** The states in which nobody works on it. */
const settledStatuses = statuses.filter((status) => !(openStatuses as readonly Status[]).includes(status))

export type Counts = Partial<Record<Status, Count>>

const sumOf = (counts: (Count | undefined)[]): Count =>
  countOf(
    counts.reduce((sum, one) => sum + (one?.count ?? 0), 0),
    counts.some((one) => one?.more),
  )

/** How many she sees in each state under her filters. */
export async function countsByStatus(
  tx: Tx,
  staff: Staff,
  asked: Asked,
  of: readonly Status[] = statuses,
): Promise<Counts> {
  const parts = streamsOf(staff, asked).map(
    (stream) => sql`select wanted.status, counted.* from ${wantedStates(of)} cross join lateral (
      ${lookedThrough(stream, { looked, most: mostCounted + 1 })}
      select (select count(*) from fitting)::int as count, exists (select from last) as cut) counted`,
  )
  if (parts.length === 0) return {}
  const rows = await tx.execute<{ status: Status; count: number; cut: boolean }>(sql.join(parts, sql` union all `))
  const counts: Counts = {}
  for (const { status, count, cut } of rows) counts[status] = sumOf([counts[status], countOf(count, cut)])
  return counts
}

/** How many there are in the states that are asked for. */
export async function countInQueue(tx: Tx, staff: Staff, asked: Asked): Promise<Count> {
  const of = statusesOf(asked)
  return sumOf(Object.values(await countsByStatus(tx, staff, asked, of)))
}

/** How many there are of all open ones, of each status, and of all, in the order of the work. */
export const tabsOf = (counts: Counts) => [
  { status: 'open' as const, ...sumOf(openStatuses.map((status) => counts[status])) },
  ...[...openStatuses, ...settledStatuses].map((status) => ({ status, ...(counts[status] ?? countOf(0)) })),
  { status: 'all' as const, ...sumOf(Object.values(counts)) },
]

/**
 * How many she sees that nobody has read to the end, that somebody wants opened again, that wait for a reply, and that
 * are her own; those that are held are counted by themselves.
 */
export const queueCounts = (staff: Staff) =>
  as(staff, async (tx) => {
    await byIndexAlone(tx)
    const counted = (asked: Asked) => countInQueue(tx, staff, asked)
    const [byStatus, held, mine, replyWaits] = await Promise.all([
      countsByStatus(tx, staff, { status: 'open', held: 'no' }, ['received', 'screening', 'reopen_requested']),
      counted({ status: 'open', held: 'yes' }),
      counted({ status: 'open', held: 'no', assignee: 'me' }),
      counted({ status: 'in_progress', held: 'no', lastWord: 'resident' }),
    ])
    const { received, screening, reopen_requested: again } = byStatus
    return { unscreened: sumOf([received, screening]), again: sumOf([again]), replyWaits, mine, held }
  })
