import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffSecondFactors } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { lockSecondFactor, newRecoveryCodes, openSecret, stepOf } from './second-factors.server.ts'

/**
 * Takes a second factor into use when the code from the app is right, and gives ten recovery codes, this once. Refuses a
 * wrong code (`not-allowed`), and where there is nothing to confirm.
 */
export async function confirmSecondFactor(staffId: string, code: string): Promise<Refused | { codes: string[] }> {
  const { codes, recoveryHashes } = await newRecoveryCodes(staffId)
  return as({ as: 'auth' }, async (tx) => {
    const row = await lockSecondFactor(tx, staffId)
    if (!row || row.confirmedAt) return { refused: 'changed-meanwhile' }
    const lastStep = stepOf(await openSecret(row.sealedSecret), code)
    if (lastStep === undefined) return { refused: 'not-allowed' }
    await tx
      .update(staffSecondFactors)
      .set({ confirmedAt: new Date(), lastStep, recoveryHashes })
      .where(eq(staffSecondFactors.staffId, staffId))
    await audit(tx, { event: 'second-factor-set-up', subject: `staff:${staffId}`, staffId })
    return { codes }
  })
}
