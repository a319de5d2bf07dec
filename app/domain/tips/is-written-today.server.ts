import { and, eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipAuditLines } from '#db/schema/tips.ts'
import { dayOf } from '../submissions/working-days.server.ts'

type Line = { event: string; subject: string; staffId: string }

/** True when this line stands under today's day already: what a person does again and again is one line a day. */
export async function isWrittenToday(tx: Tx, line: Line): Promise<boolean> {
  const { event, subject, staffId, day } = tipAuditLines
  const same = [eq(event, line.event), eq(subject, line.subject), eq(staffId, line.staffId)]
  return (await tx.$count(tipAuditLines, and(...same, eq(day, dayOf(new Date()))))) > 0
}
