import { as } from '#db/client.server.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { openWithShares } from './open-with-shares.server.ts'
import { photosOfTip } from './photos-of-tip.server.ts'
import { readTip, type ReadTip } from './read-tip.server.ts'
import { asDiscloser } from './reads-tips.ts'

/**
 * Opens one tip, with its photos, for a registrar who decides on a disclosure, with two of the paper shares. Wrong shares
 * and a reference that is none are refused alike. Either is written down. The caller has counted the try.
 */
export async function discloseTip(
  staff: Staff,
  { ref, shares }: { ref: string; shares: readonly string[] },
): Promise<Refused | { tip: ReadTip; photos: Map<string, Buffer> }> {
  return as(asDiscloser(staff), async (tx) => {
    const tipsKey = await openWithShares(tx, shares)
    const tip = tipsKey && (await readTip(tx, ref, tipsKey))
    tipsKey?.secretKey.fill(0)
    if (!tip) {
      await auditTip(tx, { event: 'shares-refused', subject: `staff:${staff.id}`, staffId: staff.id })
      return { refused: 'wrong-shares' }
    }
    await auditTip(tx, { event: 'tip-disclosed', subject: `tip:${tip.id}`, staffId: staff.id })
    return { tip, photos: new Map((await photosOfTip(tx, tip)).map(({ id, shown }) => [id, shown])) }
  })
}
