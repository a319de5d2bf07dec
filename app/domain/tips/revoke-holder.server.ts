import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { tipHolders, tips, tipsKeyGrants, tipUnlocks } from '#db/schema/tips.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { holdersOfTips } from './holders.server.ts'
import { lockKeys, tipsKeyInUse, type OpenKey } from './keys-in-use.server.ts'
import { asHolder } from './reads-tips.ts'
import { rotateKey } from './rotate-key.server.ts'

/** So many active holders stay, or tips could not be read when one is away. */
const fewest = 2

/**
 * Takes the right to open tips from an officer: all tips, closed ones too, are sealed to a new key that she never gets,
 * in one transaction. `tipsKey` is open in the session of who revokes. Refuses to leave fewer than two active holders,
 * and when the key is no longer the one in use. Who is deactivated loses it along the way.
 */
export async function revokeHolder(
  staff: Staff,
  tipsKey: OpenKey,
  officerId: string,
): Promise<Refused | { revoked: string; resealed: number }> {
  return as(asHolder(staff), async (tx) => {
    await lockKeys(tx)
    const inUse = await tipsKeyInUse(tx)
    if (inUse?.id !== tipsKey.id) return { refused: 'changed-meanwhile' }
    const holders = await holdersOfTips(tx)
    const officer = holders.find(({ id }) => id === officerId)
    if (!officer) return { refused: 'no-such-person' }
    const staying = holders.filter(({ id, granted, active }) => id !== officerId && granted && active)
    const counts = officer.granted && officer.active
    if (staying.length < (counts ? fewest : 1)) return { refused: 'last-holders' }

    await handOn(tx, officerId)
    const resealed = officer.granted ? await rotateKey(tx, { old: tipsKey, inUse, staying, by: staff.id }) : 0
    await forget(tx, officerId)
    const details = { resealed }
    await auditTip(tx, { event: 'holder-revoked', subject: `staff:${officerId}`, staffId: staff.id, details })
    return { revoked: officerId, resealed }
  })
}

/** While whoever revokes still reaches tips herself: it may be her own right. */
async function handOn(tx: Tx, staffId: string): Promise<void> {
  await tx.update(tips).set({ assigneeId: null }).where(eq(tips.assigneeId, staffId))
  await tx.update(tipHolders).set({ deputyId: null }).where(eq(tipHolders.deputyId, staffId))
}

async function forget(tx: Tx, staffId: string): Promise<void> {
  await tx.delete(tipUnlocks).where(eq(tipUnlocks.staffId, staffId))
  await tx.delete(tipsKeyGrants).where(eq(tipsKeyGrants.staffId, staffId))
  await tx.delete(tipHolders).where(eq(tipHolders.staffId, staffId))
}
