import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { moves, submissions } from '#db/schema/submissions.ts'
import { clocksOf } from '../submissions/clocks.server.ts'
import { openStatuses } from '../submissions/statuses.ts'
import { dayOf, type Day } from '../submissions/working-days.server.ts'

type Due = { id: string; by: Day }

/** The open cases of a person whose time runs out on the day of `now` or has run out, by the promise that ends first. */
export async function dueCases(tx: Tx, staffId: string, now: Date): Promise<Due[]> {
  const { id, receivingAuthority, status, createdAt } = submissions
  const open = await tx
    .select({ id, receivingAuthority, status, createdAt })
    .from(submissions)
    .where(
      and(
        eq(submissions.assigneeId, staffId),
        inArray(submissions.status, [...openStatuses]),
        isNull(submissions.spamAt),
      ),
    )
  if (open.length === 0) return []
  const { submissionId, toStatus, movedAt } = moves
  const made = await tx
    .select({ submissionId, toStatus, movedAt })
    .from(moves)
    .where(
      inArray(
        submissionId,
        open.map((one) => one.id),
      ),
    )
    .orderBy(asc(movedAt))
  const movesOf = Map.groupBy(made, (move) => move.submissionId)
  const today = dayOf(now)
  return open.flatMap((one) => {
    const { reading, answer } = clocksOf({ ...one, moves: movesOf.get(one.id) ?? [] }, now)
    const ends = [reading, answer].flatMap((clock) => (typeof clock === 'object' ? [clock.by] : [])).sort()
    return ends[0] !== undefined && ends[0] <= today ? [{ id: one.id, by: ends[0] }] : []
  })
}
