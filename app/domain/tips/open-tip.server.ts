import { and, eq, isNull } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { tipAuditLines, tipMessages, tips } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { readTip, type ReadTip } from './read-tip.server.ts'
import { asHolder } from './reads-tips.ts'

/**
 * Opens a tip in a session whose tips are unlocked: with the first reading its state is `opened`, what the resident
 * wrote counts as read, and the day's reading is written down. Undefined when there is no such tip.
 */
export async function openTip(staff: Staff, ref: string, tipsKey: OpenKey): Promise<ReadTip | undefined> {
  return as(asHolder(staff), async (tx) => {
    const tip = await lockTip(tx, ref)
    if ('refused' in tip) return undefined
    const today = dayOf(new Date())
    if (tip.status === 'received') {
      await tx.update(tips).set({ status: 'opened', openedOn: today }).where(eq(tips.id, tip.id))
      await auditTip(tx, { event: 'tip-opened', subject: `tip:${tip.id}`, staffId: staff.id })
    }
    await tx
      .update(tipMessages)
      .set({ readOn: today })
      .where(and(eq(tipMessages.tipId, tip.id), eq(tipMessages.sender, 'resident'), isNull(tipMessages.readOn)))
    await writeDownReading(tx, staff, tip.id)
    return readTip(tx, ref, tipsKey)
  })
}

/** One line a day for each who reads a tip, however often she comes back to it. */
async function writeDownReading(tx: Tx, staff: Staff, tipId: string): Promise<void> {
  const line = { event: 'tip-read', subject: `tip:${tipId}`, staffId: staff.id }
  const { event, subject, staffId, day } = tipAuditLines
  const same = [eq(event, line.event), eq(subject, line.subject), eq(staffId, staff.id), eq(day, dayOf(new Date()))]
  if ((await tx.$count(tipAuditLines, and(...same))) === 0) await auditTip(tx, line)
}
