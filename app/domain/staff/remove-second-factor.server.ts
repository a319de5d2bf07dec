import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffPasskeys, staffSecondFactors, staffSessions } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import { may } from './permissions.ts'
import type { Staff } from './staff.ts'

/**
 * Takes a second factor out of use: one's own, or, with the right to edit accounts, that of somebody who has lost hers;
 * then her passkeys and sessions go too, since whoever has the telephone may have them. `by` is undefined where the
 * operator does it.
 */
export async function removeSecondFactor(by: Staff | undefined, staffId: string): Promise<{ id: string }> {
  const own = staffId === by?.id
  if (by && !own && !may(by, 'staff.edit')) throw new Error('only her own second factor')
  await as({ as: 'auth' }, async (tx) => {
    await tx.delete(staffSecondFactors).where(eq(staffSecondFactors.staffId, staffId))
    if (!own) {
      await tx.delete(staffPasskeys).where(eq(staffPasskeys.staffId, staffId))
      await tx.delete(staffSessions).where(eq(staffSessions.staffId, staffId))
    }
    const who = by ? { staffId: by.id } : { details: { by: 'operator' } }
    await audit(tx, { event: 'second-factor-removed', subject: `staff:${staffId}`, ...who })
  })
  return { id: staffId }
}
