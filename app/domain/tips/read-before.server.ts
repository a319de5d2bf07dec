import { and, eq, inArray } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipAuditLines } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'

/** Those of these tips (given as ids) that this holder has read herself, as it is written down. */
export async function readBefore(tx: Tx, staff: Staff, tipIds: readonly string[]): Promise<Set<string>> {
  const { event, staffId, subject } = tipAuditLines
  const subjects = tipIds.map((id) => `tip:${id}`)
  const rows = await tx
    .selectDistinct({ subject })
    .from(tipAuditLines)
    .where(and(eq(event, 'tip-read'), eq(staffId, staff.id), inArray(subject, subjects)))
  return new Set(rows.map((row) => row.subject.slice('tip:'.length)))
}
