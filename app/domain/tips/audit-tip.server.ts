import type { Tx } from '#db/client.server.ts'
import { tipAuditLines } from '#db/schema/tips.ts'
import { dayOf } from '../submissions/working-days.server.ts'

type Line = {
  event: string
  /** What it happened to: a noun and an id, as in `tip:3f…`. */
  subject: string
  staffId?: string
  /** Ids, states and counts only; never what a person wrote. */
  details?: Record<string, string | number | boolean>
}

/** As `audit`, for what is done with tips: a chain of its own, by day, that only holders read. */
export const auditTip = async (tx: Tx, line: Line): Promise<void> => {
  await tx.insert(tipAuditLines).values({ ...line, day: dayOf(new Date()), staffId: line.staffId ?? null })
}
