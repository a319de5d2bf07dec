import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { routings, submissions, type Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { narrowedBy, placeOf, type Asked } from './queue-conditions.server.ts'
import type { QueuePlace } from './queue-place.ts'
import { waysOf } from './visible-to.server.ts'

/**
 * What is reached by one way, state by state (`wanted.status`): `where` is what an index is read by in the order of the
 * queue, and `fits` what is then asked of each entry.
 */
export type Stream = { from: SQL; where: SQL; fits: SQL; urgency: SQL; turn: SQL; id: SQL }

/** The filters that an index begins with, those first by which little is left. */
const indexed = ['assignee', 'writtenIn', 'category', 'area'] as const

/** The streams of which the queue is made for a member of staff, narrowed by her filters. */
export const streamsOf = (staff: Staff, asked: Asked): Stream[] =>
  waysOf(staff).map(({ by, reached }) => {
    const isRouted = by === 'routed'
    const queued = isRouted ? routings : submissions
    const narrowed = narrowedBy(staff, asked, queued)
    const first = isRouted ? undefined : indexed.find((name) => narrowed[name])
    const rest = Object.entries(narrowed).filter(([name]) => name !== first)
    return {
      from: sql`${queued}`,
      where: and(
        isRouted ? eq(routings.organisation, staff.organisation) : eq(submissions.receivingAuthority, staff.authority!),
        first && narrowed[first],
        sql`${queued.status} = wanted.status`,
        placeOf(asked, queued),
      )!,
      fits: and(reached(queued), ...rest.map(([, condition]) => condition))!,
      ...{ urgency: sql`${queued.urgency}`, turn: sql`${queued.turn}` },
      id: sql`${isRouted ? routings.submissionId : submissions.id}`,
    }
  })

/** The states that are wanted, as the table `wanted`. */
export const wantedStates = (states: readonly Status[]): SQL =>
  sql`unnest(${`{${states.join(',')}}`}::text[]) as wanted (status)`

type Look = {
  /** How many entries of a state are looked through at most. */
  looked: number
  /** How many that fit are wanted. */
  most: number
  backwards?: boolean
  /** The place from which on they are wanted. */
  from?: QueuePlace | undefined
}

/**
 * A state of a stream in its order, as `with` clauses: `fitting`, the first that fit, and `last`, the place at which the
 * looking ended, where it did before as many as are wanted were found.
 */
export function lookedThrough({ from, where, fits, urgency, turn, id }: Stream, look: Look): SQL {
  const [beyond, direction] = look.backwards ? [sql`<`, sql` desc`] : [sql`>`, sql``]
  const begin = look.from
  const further =
    begin &&
    sql`(${urgency}, ${turn}, ${id}) ${beyond} (${begin.urgency}::smallint, ${begin.turn}::bigint, ${begin.id}::uuid)`
  return sql`with looked as materialized (
      select ${urgency} as urgency, ${turn} as turn, ${id} as id, (${fits}) as fits from ${from} where ${and(where, further)}
      order by ${urgency}${direction}, ${turn}${direction}, ${id}${direction} limit ${look.looked}),
    fitting as materialized (select urgency, turn, id, true as fits from looked where fits limit ${look.most}),
    last as materialized (select urgency, turn, id, false as fits
      from (select * from looked where (select count(*) from fitting) < ${look.most} offset ${look.looked - 1}) ended)`
}

/**
 * In the rest of this transaction tables are read by their indexes, in the order that these have: else a state that stands
 * together in one part of a table is looked for from the table's beginning, and to count the first thousand of a state all
 * of it is looked up.
 */
export async function byIndexAlone(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select set_config(name, 'off', true) from unnest(array['enable_seqscan', 'enable_bitmapscan', 'enable_sort', 'jit']) as name`,
  )
}
