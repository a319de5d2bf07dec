import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { tipMessages, tips, type TipStatus } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { isWrittenToday } from './is-written-today.server.ts'

/**
 * What it means that a holder reads a tip, on whatever page or paper: with the first reading its state is `opened`, what
 * the resident wrote counts as read, and the reading is written down, once a day for each who reads.
 */
export async function countAsRead(
  tx: Tx,
  staff: Staff,
  { id, status }: { id: string; status: TipStatus },
): Promise<void> {
  const today = dayOf(new Date())
  if (status === 'received') {
    await tx.update(tips).set({ status: 'opened', openedOn: today }).where(eq(tips.id, id))
    await auditTip(tx, { event: 'tip-opened', subject: `tip:${id}`, staffId: staff.id })
  }
  await tx
    .update(tipMessages)
    .set({ readOn: today })
    .where(and(eq(tipMessages.tipId, id), eq(tipMessages.sender, 'resident'), isNull(tipMessages.readOn)))
  const line = { event: 'tip-read', subject: `tip:${id}`, staffId: staff.id }
  if (!(await isWrittenToday(tx, line))) await auditTip(tx, line)
}
