import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipHolders } from '#db/schema/tips.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { holdersOfTips, standingOfKeys } from './holders.server.ts'
import { tipsKeyInUse, type OpenKey } from './keys-in-use.server.ts'
import { asHolder } from './reads-tips.ts'

type Substitutes = { holder: string; deputy: string | null; head: string | null }

/**
 * Says who opens tips in a holder's place, another holder, and who is told when they lie unopened for long, an officer
 * of the police. Only who has the tips key open says so. Refuses anybody else, and oneself as one's own.
 */
export async function setSubstitutes(
  staff: Staff,
  tipsKey: OpenKey,
  { holder, deputy, head }: Substitutes,
): Promise<Refused | { set: true }> {
  const { officers } = await standingOfKeys(staff)
  return as(asHolder(staff), async (tx) => {
    if ((await tipsKeyInUse(tx))?.id !== tipsKey.id) return { refused: 'changed-meanwhile' }
    const holders = (await holdersOfTips(tx)).filter(({ active }) => active)
    const known = (among: readonly { id: string }[], id: string | null) =>
      id === null || (id !== holder && among.some((one) => one.id === id))
    const isHolder = holders.some(({ id }) => id === holder)
    if (!isHolder || !known(holders, deputy) || !known(officers, head)) return { refused: 'no-such-person' }
    await tx.update(tipHolders).set({ deputyId: deputy, headId: head }).where(eq(tipHolders.staffId, holder))
    await auditTip(tx, {
      event: 'substitutes-set',
      subject: `staff:${holder}`,
      staffId: staff.id,
      details: { deputy: deputy ?? 'nobody', head: head ?? 'nobody' },
    })
    return { set: true }
  })
}
