import { eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { recoveryKeys, tipsKeys } from '#db/schema/tips.ts'
import { newKeyPair, sealTo } from '#app/sealing/envelopes.ts'
import { splitSecret } from '#app/sealing/recovery-shares.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { keyText, lockKeys, recoveryKeyInUse, tipsKeyInUse, type OpenKey } from './keys-in-use.server.ts'
import { asHolder } from './reads-tips.ts'

/**
 * Makes a recovery key and gives its three paper shares, this once: its secret half is kept nowhere. `seen` is the id
 * of the one that it takes the place of, empty for none. Once there is a tips key, only who has it open (`tipsKey`) can
 * seal it to a new recovery key. Refuses when somebody has made one meanwhile, and when tips are locked.
 */
export async function makeRecoveryKey(
  staff: Staff,
  { seen, tipsKey }: { seen: string; tipsKey: OpenKey | undefined },
): Promise<Refused | { shares: string[] }> {
  const { publicKey, secretKey } = await newKeyPair()
  const shares = await splitSecret(secretKey)
  secretKey.fill(0)
  return as(asHolder(staff), async (tx) => {
    await lockKeys(tx)
    if (((await recoveryKeyInUse(tx))?.id ?? '') !== seen) return { refused: 'changed-meanwhile' }
    const inUse = await tipsKeyInUse(tx)
    if (inUse && inUse.id !== tipsKey?.id) return { refused: 'keys-locked' }

    const today = dayOf(new Date())
    await tx.update(recoveryKeys).set({ retiredOn: today }).where(isNull(recoveryKeys.retiredOn))
    const [made] = await tx
      .insert(recoveryKeys)
      .values({ publicKey: keyText(publicKey), madeOn: today })
      .returning({ id: recoveryKeys.id })
    if (inUse && tipsKey)
      await tx
        .update(tipsKeys)
        .set({ recoverySealed: await sealTo(publicKey, tipsKey.secretKey), recoveryKeyId: made!.id })
        .where(eq(tipsKeys.id, inUse.id))
    await auditTip(tx, { event: 'recovery-key-made', subject: `recovery-key:${made!.id}`, staffId: staff.id })
    return { shares }
  })
}
