import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { authorities } from '#db/schema/staff.ts'
import { submissions } from '#db/schema/submissions.ts'
import { keepDue } from './keep-due.server.ts'
import { dayOf } from './working-days.server.ts'

const atOnce = 200

/** Brings back to the queue what has waited until its day, for the resident or for somebody else; gives how many. */
export async function bringBack(now = new Date()): Promise<number> {
  return as(worker, async (tx) => {
    const { id, receivingAuthority, status, waiting, dueOn } = submissions
    const waits = or(and(eq(status, 'waiting_for_resident'), isNull(waiting)), eq(waiting, 'outside'))
    const come = await tx
      .select({ id })
      .from(submissions)
      .where(and(inArray(receivingAuthority, [...authorities]), lte(dueOn, dayOf(now)), waits))
      .limit(atOnce)
      .for('update', { skipLocked: true })
    for (const one of come) await keepDue(tx, one.id, { now })
    return come.length
  })
}
