import { asc, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { auditLines } from '#db/schema/records.ts'

/** The audit lines about a submission, the oldest first. */
export const auditOf = (submissionId: string) =>
  as({ as: 'seed' }, (tx) =>
    tx
      .select({ event: auditLines.event, staffId: auditLines.staffId, details: auditLines.details })
      .from(auditLines)
      .where(eq(auditLines.subject, `submission:${submissionId}`))
      .orderBy(asc(auditLines.id)),
  )
