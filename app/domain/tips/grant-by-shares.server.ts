import { as } from '#db/client.server.ts'
import { tipsKeyGrants } from '#db/schema/tips.ts'
import { sealTo } from '#app/sealing/envelopes.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { holdersOfTips } from './holders.server.ts'
import { lockKeys } from './keys-in-use.server.ts'
import { openWithShares } from './open-with-shares.server.ts'
import { asHolder } from './reads-tips.ts'

/**
 * Lets an officer who has set a passphrase open tips by two of the paper shares: the way back when every holder has
 * forgotten hers. Refuses shares that do not open the key, which is written down, and who has set
 * no passphrase.
 */
export async function grantByShares(staff: Staff, shares: readonly string[]): Promise<Refused | { granted: string }> {
  return as(asHolder(staff), async (tx) => {
    await lockKeys(tx)
    const tipsKey = await openWithShares(tx, shares)
    if (!tipsKey) {
      await auditTip(tx, { event: 'shares-refused', subject: `staff:${staff.id}`, staffId: staff.id })
      return { refused: 'wrong-shares' }
    }
    const holder = (await holdersOfTips(tx)).find(({ id }) => id === staff.id)
    if (!holder) return { refused: 'no-passphrase-set' }

    const sealed = await sealTo(holder.publicKey, tipsKey.secretKey)
    tipsKey.secretKey.fill(0)
    await tx
      .insert(tipsKeyGrants)
      .values({ keyId: tipsKey.id, staffId: staff.id, sealed, grantedOn: dayOf(new Date()) })
      .onConflictDoNothing()
    await auditTip(tx, { event: 'holder-granted-by-shares', subject: `staff:${staff.id}`, staffId: staff.id })
    return { granted: staff.id }
  })
}
