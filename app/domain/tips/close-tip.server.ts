import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { asHolder } from './reads-tips.ts'

/** Closes a tip that has been opened. Refuses one in another state. */
export async function closeTip(staff: Staff, ref: string): Promise<Refused | { closed: true }> {
  return as(asHolder(staff), async (tx) => {
    const tip = await lockTip(tx, ref)
    if ('refused' in tip) return tip
    if (tip.status !== 'opened') return { refused: 'wrong-status' }
    await tx
      .update(tips)
      .set({ status: 'closed', closedOn: dayOf(new Date()) })
      .where(eq(tips.id, tip.id))
    await auditTip(tx, { event: 'tip-closed', subject: `tip:${tip.id}`, staffId: staff.id })
    return { closed: true }
  })
}
