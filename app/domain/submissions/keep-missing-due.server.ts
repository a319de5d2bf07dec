import { and, inArray, isNull } from 'drizzle-orm'
import { as, worker } from '#db/client.server.ts'
import { statuses, submissions } from '#db/schema/submissions.ts'
import { hasDay } from './clocks.server.ts'
import { keepDue } from './keep-due.server.ts'

const atOnce = 200

/**
 * Gives a day to those that should have one and have none: what was there before days were kept, and what an operator
 * has brought in. Gives how many it found.
 */
export async function keepMissingDue(): Promise<number> {
  let kept = 0
  for (let batch = atOnce; batch === atOnce; kept += batch) batch = await keepSome()
  return kept
}

const keepSome = (): Promise<number> =>
  as(worker, async (tx) => {
    const { id, status, dueOn } = submissions
    const missing = await tx
      .select({ id })
      .from(submissions)
      .where(and(inArray(status, statuses.filter(hasDay)), isNull(dueOn)))
      .limit(atOnce)
      .for('update', { skipLocked: true })
    for (const one of missing) await keepDue(tx, one.id)
    return missing.length
  })
