import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { handovers, submissions } from '#db/schema/submissions.ts'

/** How often a submission has been handed over; of the one with this id, or within a query of each that it finds. */
export const handoverCount = (tx: Tx, submissionId: string | typeof submissions.id) =>
  tx.$count(handovers, eq(handovers.submissionId, submissionId))
