import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { asHolder } from './reads-tips.ts'

/** Takes a closed tip up again. Refuses one in another state. */
export async function reopenTip(staff: Staff, ref: string): Promise<Refused | { reopened: true }> {
  return as(asHolder(staff), async (tx) => {
    const tip = await lockTip(tx, ref)
    if ('refused' in tip) return tip
    if (tip.status !== 'closed') return { refused: 'wrong-status' }
    await tx.update(tips).set({ status: 'opened', closedOn: null }).where(eq(tips.id, tip.id))
    await auditTip(tx, { event: 'tip-reopened', subject: `tip:${tip.id}`, staffId: staff.id })
    return { reopened: true }
  })
}
