import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipUnlocks } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { asHolder } from './reads-tips.ts'

/** Locks tips in one session, before its idle time is over. */
export async function lockTips(staff: Staff, sessionId: string): Promise<{ locked: true }> {
  return as(asHolder(staff), async (tx) => {
    await tx.delete(tipUnlocks).where(and(eq(tipUnlocks.sessionId, sessionId), eq(tipUnlocks.staffId, staff.id)))
    await auditTip(tx, { event: 'keys-locked', subject: `staff:${staff.id}`, staffId: staff.id })
    return { locked: true }
  })
}
