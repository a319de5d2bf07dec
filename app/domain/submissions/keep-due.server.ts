import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { Authority } from '#db/schema/staff.ts'
import { moves, submissions } from '#db/schema/submissions.ts'
import { enqueue } from '../queue.server.ts'
import { clocksOf, hasDay, nearestOf, type Clocks } from './clocks.server.ts'
import { dayOf } from './working-days.server.ts'
import { writtenInCase } from './written-in-case.server.ts'

/**
 * Writes down by which day somebody has to act on a submission, from its clocks, and whether it waits for somebody until
 * then; called last in the transaction of whatever moves them: a move, a message, a day that is stated or has come. `to`
 * is the authority that is about to have it, when it is handed over. What was merged into another one moves that one's
 * day, which the worker keeps.
 */
export async function keepDue(
  tx: Tx,
  id: string,
  { to, now = new Date() }: { to?: Authority; now?: Date } = {},
): Promise<void> {
  const { receivingAuthority, category, status, createdAt, deadlineOn, stated, mergedIntoId } = submissions
  const [row] = await tx
    .select({ receivingAuthority, category, status, createdAt, deadlineOn, stated, mergedIntoId })
    .from(submissions)
    .where(eq(submissions.id, id))
  if (!row) return
  // What the one has stated binds no other.
  const clocked = to ? { ...row, receivingAuthority: to, deadlineOn: null, stated: null } : row
  const clocks = hasDay(row.status)
    ? clocksOf({ ...clocked, ...(await writtenInCase(tx, id)), moves: await movesOf(tx, id) }, now)
    : {}
  const dueOn = nearestOf(clocks) ?? null
  const waiting = waitingBy(clocks, dueOn !== null && dueOn <= dayOf(now))
  const changed = sql`(${submissions.dueOn}, ${submissions.waiting}) is distinct from (${dueOn}::date, ${waiting}::text)`
  await tx
    .update(submissions)
    .set({ dueOn, waiting })
    .where(and(eq(submissions.id, id), changed))
  if (row.status === 'merged' && row.mergedIntoId) await enqueue(tx, 'keep-due', { submissionId: row.mergedIntoId })
}

/** What waits for the resident is told by its state alone, until its day has come. */
function waitingBy({ back, step }: Clocks, hasCome: boolean) {
  if (!back && !step?.outside) return null
  if (hasCome) return 'back'
  return back ? null : 'outside'
}

const movesOf = (tx: Tx, id: string) =>
  tx
    .select({ toStatus: moves.toStatus, movedAt: moves.movedAt })
    .from(moves)
    .where(eq(moves.submissionId, id))
    .orderBy(asc(moves.movedAt), asc(moves.id))
