import { asc, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { prepared } from '#db/prepared.server.ts'
import { childReports } from '#db/schema/child-reports.ts'

/** The reports of concern that were noted on a case, the oldest first; the database gives those of the viewer's authority. */
export function childReportsOf(tx: Tx, submissionId: string) {
  const { id, reportedOn, receiver, signedAs, notedAt } = childReports
  return prepared(
    tx
      .select({ id, reportedOn, receiver, signedAs, notedAt })
      .from(childReports)
      .where(eq(childReports.submissionId, submissionId))
      .orderBy(asc(notedAt), asc(id)),
  )
}
