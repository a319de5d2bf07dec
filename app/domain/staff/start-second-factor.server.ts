import { as } from '#db/client.server.ts'
import { staffSecondFactors } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { lockSecondFactor, newSecret, openSecret } from './second-factors.server.ts'

/**
 * The secret that an app is to take up. It counts for nothing until a code of it was given; until then it stays the same.
 * Refuses where a second factor is in use already.
 */
export async function startSecondFactor(staffId: string): Promise<Refused | { secret: string }> {
  const made = await newSecret()
  return as({ as: 'auth' }, async (tx) => {
    await tx.insert(staffSecondFactors).values({ staffId, sealedSecret: made.sealedSecret }).onConflictDoNothing()
    const row = await lockSecondFactor(tx, staffId)
    if (!row || row.confirmedAt) return { refused: 'changed-meanwhile' }
    return { secret: await openSecret(row.sealedSecret) }
  })
}
