import { as } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { countAsRead } from './count-as-read.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { lockTip } from './lock-tip.server.ts'
import { readTip, type ReadTip } from './read-tip.server.ts'
import { asHolder } from './reads-tips.ts'

/** Opens a tip in a session whose tips are unlocked; that counts as reading it. Undefined when there is no such tip. */
export async function openTip(staff: Staff, ref: string, tipsKey: OpenKey): Promise<ReadTip | undefined> {
  return as(asHolder(staff), async (tx) => {
    const tip = await lockTip(tx, ref)
    if ('refused' in tip) return undefined
    await countAsRead(tx, staff, tip)
    return readTip(tx, ref, tipsKey)
  })
}
