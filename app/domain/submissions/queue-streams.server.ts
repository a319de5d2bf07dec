import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { routings, submissions, type Status } from '#db/schema/submissions.ts'
import type { Staff } from '../staff/staff.ts'
import { waysOf } from './visible-to.server.ts'

/**
 * What is reached by one way, state by state (`wanted.status`) in the order of the queue: an index holds each state in
 * that order.
 */
export type Stream = { from: SQL; where: SQL; urgency: SQL; turn: SQL; id: SQL }

/** The streams of which the queue is made for a member of staff, narrowed by a condition. */
export const streamsOf = (staff: Staff, narrowed: SQL | undefined): Stream[] =>
  waysOf(staff).map(({ by, where }) => {
    const isRouted = by === 'routed'
    const table = isRouted ? routings : submissions
    return {
      from: isRouted
        ? sql`${routings} inner join ${submissions} on ${submissions.id} = ${routings.submissionId}`
        : sql`${submissions}`,
      where: and(
        isRouted ? eq(routings.organisation, staff.organisation) : undefined,
        sql`${table.status} = wanted.status`,
        where,
        narrowed,
      )!,
      ...{ urgency: sql`${table.urgency}`, turn: sql`${table.turn}` },
      id: sql`${isRouted ? routings.submissionId : submissions.id}`,
    }
  })

/** The states that are wanted, as the table `wanted`. */
export const wantedStates = (states: readonly Status[]): SQL =>
  sql`unnest(${`{${states.join(',')}}`}::text[]) as wanted (status)`

/**
 * In the rest of this transaction tables are read by their indexes, in the order that these have: else a state that stands
 * together in one part of a table is looked for from the table's beginning, and to count the first thousand of a state all
 * of it is looked up.
 */
export async function byIndexAlone(tx: Tx): Promise<void> {
  await tx.execute(
    sql`select set_config(name, 'off', true) from unnest(array['enable_seqscan', 'enable_bitmapscan', 'jit']) as name`,
  )
}
