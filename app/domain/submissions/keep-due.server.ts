import { and, asc, eq, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import type { Authority } from '#db/schema/staff.ts'
import { messages, moves, submissions } from '#db/schema/submissions.ts'
import { clockRuns, clocksOf, nearestOf } from './clocks.server.ts'

/**
 * Writes down by which day somebody has to act on a submission, from its clocks; called last in the transaction of
 * whatever moves them: a move, a message. `to` is the authority that is about to have it, when it is handed over.
 */
export async function keepDue(tx: Tx, id: string, to?: Authority): Promise<void> {
  const { receivingAuthority, status, createdAt, deadlineOn } = submissions
  const [row] = await tx
    .select({ receivingAuthority, status, createdAt, deadlineOn })
    .from(submissions)
    .where(eq(submissions.id, id))
  if (!row) return
  const clocked = { ...row, receivingAuthority: to ?? row.receivingAuthority }
  const clocks = clockRuns(row.status) ? clocksOf({ ...clocked, ...(await whatHappened(tx, id)) }, new Date()) : {}
  const dueOn = nearestOf(clocks) ?? null
  await tx
    .update(submissions)
    .set({ dueOn })
    .where(and(eq(submissions.id, id), sql`${submissions.dueOn} is distinct from ${dueOn}`))
}

const whatHappened = async (tx: Tx, id: string) => ({
  moves: await tx
    .select({ toStatus: moves.toStatus, movedAt: moves.movedAt })
    .from(moves)
    .where(eq(moves.submissionId, id))
    .orderBy(asc(moves.movedAt), asc(moves.id)),
  thread: await tx
    .select({ sender: messages.sender, sentAt: messages.sentAt })
    .from(messages)
    .where(eq(messages.submissionId, id))
    .orderBy(asc(messages.sentAt), asc(messages.id)),
})
