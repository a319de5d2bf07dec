import { auditLines } from '#db/schema/records.ts'
import type { Tx } from '#db/client.server.ts'

type Line = {
  event: string
  /** What it happened to: a noun and an id, as in `submission:3f…`. */
  subject: string
  staffId?: string
  /** Ids, states and counts only; never what a person wrote. */
  details?: Record<string, string | number | boolean>
}

/** Writes an audit line in the transaction of the change itself, so that there is never one without the other. */
export async function audit(tx: Tx, line: Line): Promise<void> {
  await tx.insert(auditLines).values({ ...line, staffId: line.staffId ?? null })
}
