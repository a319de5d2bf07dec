import { and, eq, sql, type SQL } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { statuses, submissions, type Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { statusesOf } from './queue-conditions.server.ts'
import type { QueueFilter } from './queue-filter.server.ts'
import { byIndexAlone, streamsOf, wantedStates } from './queue-streams.server.ts'
import { openStatuses } from './statuses.ts'
import { isFreeAndOpen, isHeldInQueue, waitsInProgress } from './urgency.server.ts'

/** Nothing is counted further than this; what is one more stands for many more. */
export const mostCounted = 999

const atMost = (count: number): number => Math.min(count, mostCounted + 1)

/** The states in which nobody works on it. */
const settledStatuses = statuses.filter((status) => !(openStatuses as readonly Status[]).includes(status))

type Counts = Partial<Record<Status, number>>

/** How many she sees in each state under a condition, up to one more than `mostCounted`. */
export async function countsByStatus(
  tx: Tx,
  staff: Staff,
  where: SQL | undefined,
  of: readonly Status[] = statuses,
): Promise<Counts> {
  const parts = streamsOf(staff, where).map(
    // In their order, since an index has them in it: the first thousand are then all that is looked at.
    ({ from, where: asked, urgency, turn, id }) => sql`select wanted.status, (select count(*)::int from
      (select from ${from} where ${asked} order by ${urgency}, ${turn}, ${id} limit ${mostCounted + 1}) counted) as count
      from ${wantedStates(of)}`,
  )
  if (parts.length === 0) return {}
  const rows = await tx.execute<{ status: Status; count: number }>(sql.join(parts, sql` union all `))
  const counts: Counts = {}
  for (const { status, count } of rows) counts[status] = atMost((counts[status] ?? 0) + count)
  return counts
}

const sumOf = (counts: Counts, some: readonly Status[]): number =>
  atMost(some.reduce((sum, status) => sum + (counts[status] ?? 0), 0))

/** How many there are in the states of a filter, under a condition. */
export async function countInQueue(
  tx: Tx,
  staff: Staff,
  { filter, where }: { filter: Pick<QueueFilter, 'status'>; where: SQL | undefined },
): Promise<number> {
  const asked = statusesOf(filter)
  return sumOf(await countsByStatus(tx, staff, where, asked), asked)
}

/** How many there are of all open ones, of each status, and of all, in the order of the work. */
export const tabsOf = (counts: Counts) => [
  { status: 'open' as const, count: sumOf(counts, openStatuses) },
  ...[...openStatuses, ...settledStatuses].map((status) => ({ status, count: counts[status] ?? 0 })),
  { status: 'all' as const, count: sumOf(counts, statuses) },
]

/**
 * How many she sees in each open state, and how many of them are her own or wait for a reply; those that are held are
 * counted by themselves.
 */
export const queueCounts = (staff: Staff) =>
  as(staff, async (tx) => {
    await byIndexAlone(tx)
    const open = { status: 'open' } as const
    const counted = (where: SQL) => countInQueue(tx, staff, { filter: open, where })
    const [byStatus, held, mine, waiting] = await Promise.all([
      countsByStatus(tx, staff, isFreeAndOpen, openStatuses),
      counted(isHeldInQueue),
      counted(and(isFreeAndOpen, eq(submissions.assigneeId, staff.id))!),
      counted(waitsInProgress),
    ])
    return { byStatus, held, mine, replyWaits: waiting }
  })
