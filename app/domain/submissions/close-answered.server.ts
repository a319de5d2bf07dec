import { and, asc, eq, lte } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { setStatus } from './set-status.server.ts'
import { daysUntilClosed } from './statuses.ts'

const atOnce = 100

/**
 * Closes what has stood answered for 60 days at `now`; gives how many. Several may run at once. It rings nobody's bell:
 * there is nothing new to read, and the page of the case has said since the answer that it would close.
 */
export async function closeAnswered(now = new Date()): Promise<number> {
  const longAgo = new Date(now.getTime() - daysUntilClosed * 24 * 60 * 60 * 1000)
  let closed = 0
  for (let batch = atOnce; batch === atOnce; closed += batch) batch = await closeSome(longAgo)
  return closed
}

const closeSome = (longAgo: Date): Promise<number> =>
  as(worker, async (tx) => {
    const { id, status, screenedAt, statusAt } = submissions
    const due = await tx
      .select({ id, status, screenedAt })
      .from(submissions)
      .where(and(eq(status, 'answered'), lte(statusAt, longAgo)))
      .orderBy(asc(statusAt))
      .limit(atOnce)
      .for('update', { skipLocked: true })
    for (const submission of due) await setStatus(tx, submission, { to: 'closed' })
    return due.length
  })
