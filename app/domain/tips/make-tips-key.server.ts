import { as } from '#db/client.server.ts'
import { tipsKeyGrants, tipsKeys } from '#db/schema/tips.ts'
import { newKeyPair, sealTo } from '#app/sealing/envelopes.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { holdersOfTips } from './holders.server.ts'
import { keyBytes, keyText, lockKeys, recoveryKeyInUse, tipsKeyInUse } from './keys-in-use.server.ts'
import { asHolder } from './reads-tips.ts'

/**
 * Makes the first key that tips are sealed to; its secret half is sealed to the officer who makes it and to the
 * recovery key. Refuses without a recovery key, to who has set no passphrase, and when there is one already.
 */
export async function makeTipsKey(staff: Staff): Promise<Refused | { keyId: string }> {
  return as(asHolder(staff), async (tx) => {
    await lockKeys(tx)
    if (await tipsKeyInUse(tx)) return { refused: 'changed-meanwhile' }
    const recovery = await recoveryKeyInUse(tx)
    if (!recovery) return { refused: 'recovery-key-missing' }
    const holder = (await holdersOfTips(tx)).find(({ id }) => id === staff.id)
    if (!holder) return { refused: 'no-passphrase-set' }

    const { publicKey, secretKey } = await newKeyPair()
    const today = dayOf(new Date())
    const recoverySealed = await sealTo(keyBytes(recovery.publicKey), secretKey)
    const [made] = await tx
      .insert(tipsKeys)
      .values({ publicKey: keyText(publicKey), recoverySealed, recoveryKeyId: recovery.id, madeOn: today })
      .returning({ id: tipsKeys.id })
    const sealed = await sealTo(holder.publicKey, secretKey)
    await tx.insert(tipsKeyGrants).values({ keyId: made!.id, staffId: staff.id, sealed, grantedOn: today })
    secretKey.fill(0)
    await auditTip(tx, { event: 'tips-key-made', subject: `tips-key:${made!.id}`, staffId: staff.id })
    return { keyId: made!.id }
  })
}
