import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { holdersOfTips } from './holders.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { asHolder } from './reads-tips.ts'

/**
 * Gives a tip to a holder, or to nobody (null); `from` is who had it when the page was shown. Refuses when it has
 * changed hands meanwhile, and a person who cannot open it.
 */
export async function assignTip(
  staff: Staff,
  ref: string,
  { from, to }: { from: string | null; to: string | null },
): Promise<Refused | { assigned: string | null }> {
  return as(asHolder(staff), async (tx) => {
    const tip = await lockTip(tx, ref)
    if ('refused' in tip) return tip
    if (tip.assigneeId !== from) return { refused: 'changed-meanwhile' }
    const holders = await holdersOfTips(tx)
    if (to !== null && !holders.some(({ id, granted, active }) => id === to && granted && active))
      return { refused: 'no-such-person' }
    await tx.update(tips).set({ assigneeId: to }).where(eq(tips.id, tip.id))
    const details = { to: to ?? 'nobody' }
    await auditTip(tx, { event: 'tip-assigned', subject: `tip:${tip.id}`, staffId: staff.id, details })
    return { assigned: to }
  })
}
