import { as } from '#db/client.server.ts'
import { tipsKeyGrants } from '#db/schema/tips.ts'
import { sealTo } from '#app/sealing/envelopes.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { dayOf } from '../submissions/working-days.server.ts'
import { auditTip } from './audit-tip.server.ts'
import { holdersOfTips } from './holders.server.ts'
import { lockKeys, tipsKeyInUse, type OpenKey } from './keys-in-use.server.ts'
import { asHolder } from './reads-tips.ts'

/**
 * Lets another officer, who has set a passphrase, open tips; `tipsKey` is open in the session of who grants. Refuses
 * when the key is no longer the one in use, and a person who is no officer with a passphrase.
 */
export async function grantHolder(
  staff: Staff,
  tipsKey: OpenKey,
  officerId: string,
): Promise<Refused | { granted: string }> {
  return as(asHolder(staff), async (tx) => {
    await lockKeys(tx)
    if ((await tipsKeyInUse(tx))?.id !== tipsKey.id) return { refused: 'changed-meanwhile' }
    const officer = (await holdersOfTips(tx)).find(({ id, active }) => id === officerId && active)
    if (!officer) return { refused: 'no-such-person' }
    if (officer.granted) return { granted: officerId }

    const sealed = await sealTo(officer.publicKey, tipsKey.secretKey)
    const by = { grantedById: staff.id, grantedOn: dayOf(new Date()) }
    await tx.insert(tipsKeyGrants).values({ keyId: tipsKey.id, staffId: officerId, sealed, ...by })
    await auditTip(tx, { event: 'holder-granted', subject: `staff:${officerId}`, staffId: staff.id })
    return { granted: officerId }
  })
}
