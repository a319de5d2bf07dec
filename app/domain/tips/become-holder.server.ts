import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipHolders, tipsKeyGrants, tipUnlocks } from '#db/schema/tips.ts'
import { newKeyPair } from '#app/sealing/envelopes.ts'
import { wrapUnder } from '#app/sealing/passphrases.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { keyText, lockKeys } from './keys-in-use.server.ts'
import { passphraseFault, type PassphraseFault } from './passphrase-fault.server.ts'
import { asHolder } from './reads-tips.ts'

/**
 * Gives an officer a key pair of her own under a passphrase that only she knows. Whoever had one and forgot the
 * passphrase starts anew: what was granted to her before is gone, and another holder must grant it again. Tells what is
 * wrong with a passphrase that could be guessed.
 */
export async function becomeHolder(
  staff: Staff,
  passphrase: string,
): Promise<{ fault: PassphraseFault } | { holder: true }> {
  const fault = passphraseFault(passphrase, [staff.name])
  if (fault) return { fault }
  const { publicKey, secretKey } = await newKeyPair()
  const keys = { publicKey: keyText(publicKey), wrappedSecret: await wrapUnder(passphrase, secretKey) }
  secretKey.fill(0)
  return as(asHolder(staff), async (tx) => {
    await lockKeys(tx)
    await tx.delete(tipUnlocks).where(eq(tipUnlocks.staffId, staff.id))
    await tx.delete(tipsKeyGrants).where(eq(tipsKeyGrants.staffId, staff.id))
    const row = { ...keys, madeOn: dayOf(new Date()) }
    await tx
      .insert(tipHolders)
      .values({ staffId: staff.id, ...row })
      .onConflictDoUpdate({ target: tipHolders.staffId, set: row })
    await auditTip(tx, { event: 'holder-made', subject: `staff:${staff.id}`, staffId: staff.id })
    return { holder: true }
  })
}
