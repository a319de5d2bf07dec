import { as } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { countAsRead } from './count-as-read.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { readTip, type ReadTip } from './read-tip.server.ts'
import { asHolder } from './reads-tips.ts'

/** Opens one tip to be printed by a holder, for a decision on disclosure, and writes that down; it counts as reading it. */
export async function printTip(staff: Staff, ref: string, tipsKey: OpenKey): Promise<ReadTip | undefined> {
  return as(asHolder(staff), async (tx) => {
    const tip = await lockTip(tx, ref)
    if ('refused' in tip) return undefined
    await countAsRead(tx, staff, tip)
    await auditTip(tx, { event: 'tip-printed', subject: `tip:${tip.id}`, staffId: staff.id })
    return readTip(tx, ref, tipsKey)
  })
}
