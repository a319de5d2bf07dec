import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { submissions } from '#db/schema/submissions.ts'
import { openStatuses } from '../submissions/statuses.ts'
import { dayOf } from '../submissions/working-days.server.ts'

/**
 * How many open cases of a person are to be acted on by the day of `now`, and how many should have been before it, by the
 * day that is kept with each. Spam is no work.
 */
export async function dueCases(tx: Tx, staffId: string, now: Date): Promise<{ due: number; late: number }> {
  const { assigneeId, status, spamAt, dueOn } = submissions
  const today = dayOf(now)
  const rows = await tx
    .select({ dueOn })
    .from(submissions)
    .where(and(eq(assigneeId, staffId), inArray(status, [...openStatuses]), isNull(spamAt), lte(dueOn, today)))
  const late = rows.filter((row) => row.dueOn !== today).length
  return { due: rows.length - late, late }
}
