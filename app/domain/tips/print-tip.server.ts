import { as } from '#db/client.server.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import type { OpenKey } from './keys-in-use.server.ts'
import { readTip, type ReadTip } from './read-tip.server.ts'
import { asHolder } from './reads-tips.ts'

/** Opens one tip to be printed by a holder, for a decision on disclosure, and writes that down. */
export async function printTip(staff: Staff, ref: string, tipsKey: OpenKey): Promise<ReadTip | undefined> {
  return as(asHolder(staff), async (tx) => {
    const tip = await readTip(tx, ref, tipsKey)
    if (tip) await auditTip(tx, { event: 'tip-printed', subject: `tip:${tip.id}`, staffId: staff.id })
    return tip
  })
}
