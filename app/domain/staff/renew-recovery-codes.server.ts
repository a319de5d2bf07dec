import { and, eq, isNotNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffSecondFactors } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { newRecoveryCodes } from './second-factors.server.ts'

/** Gives ten new recovery codes, this once; the old ones no longer hold. Refuses where there is no second factor. */
export async function renewRecoveryCodes(staffId: string): Promise<Refused | { codes: string[] }> {
  const { codes, recoveryHashes } = await newRecoveryCodes(staffId)
  return as({ as: 'auth' }, async (tx) => {
    const changed = await tx
      .update(staffSecondFactors)
      .set({ recoveryHashes })
      .where(and(eq(staffSecondFactors.staffId, staffId), isNotNull(staffSecondFactors.confirmedAt)))
      .returning({ staffId: staffSecondFactors.staffId })
    if (changed.length === 0) return { refused: 'changed-meanwhile' }
    await audit(tx, { event: 'recovery-codes-renewed', subject: `staff:${staffId}`, staffId })
    return { codes }
  })
}
