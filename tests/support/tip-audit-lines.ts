import { asc, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipAuditLines } from '#db/schema/tips.ts'

/** What somebody did, as the audit of tips says it, the oldest first. */
export async function tipEventsBy(staffId: string): Promise<string[]> {
  const { id, event } = tipAuditLines
  const own = eq(tipAuditLines.staffId, staffId)
  const lines = await as({ as: 'seed' }, (tx) => tx.select({ event }).from(tipAuditLines).where(own).orderBy(asc(id)))
  return lines.map((line) => line.event)
}
