import { and, isNotNull, notInArray } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tips } from '#db/schema/tips.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { holdersOfTips } from './holders.server.ts'
import { lockKeys, tipsKeyInUse, type OpenKey } from './keys-in-use.server.ts'
import { asHolder } from './reads-tips.ts'
import { rotateKey } from './rotate-key.server.ts'

/**
 * Puts a new key in place of one that somebody had who holds tips no more, and seals all tips to it, in one transaction;
 * gives how many. `tipsKey` is open in the session of whoever comes first: undefined when another was first, or none is
 * due.
 */
export async function carryOutRotation(staff: Staff, tipsKey: OpenKey): Promise<{ resealed: number } | undefined> {
  return as(asHolder(staff), async (tx) => {
    await lockKeys(tx)
    const inUse = await tipsKeyInUse(tx)
    if (inUse?.id !== tipsKey.id || !inUse.rotationDueOn) return undefined
    const staying = (await holdersOfTips(tx)).filter(({ granted, active }) => granted && active)
    const resealed = await rotateKey(tx, { old: tipsKey, inUse, staying, by: staff.id })
    const ids = staying.map(({ id }) => id)
    const left = and(isNotNull(tips.assigneeId), notInArray(tips.assigneeId, ids))
    await tx.update(tips).set({ assigneeId: null }).where(left)
    const line = { subject: `tips-key:${tipsKey.id}`, staffId: staff.id, details: { resealed } }
    await auditTip(tx, { event: 'tips-key-rotated', ...line })
    return { resealed }
  })
}
