import { and, eq, ne } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { tipHolders, tipUnlocks } from '#db/schema/tips.ts'
import { unwrapUnder, wrapUnder } from '#app/sealing/passphrases.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { passphraseFault, type PassphraseFault } from './passphrase-fault.server.ts'
import { asHolder } from './reads-tips.ts'

type Change = { sessionId: string; current: string; passphrase: string }

/**
 * Puts another passphrase in place of an officer's own, which she knows: her keys, and what was granted to her, stay. In
 * all her sessions but this one tips are locked. Tells what is wrong with a new one that could be guessed; refuses, and
 * writes down, one that is not hers; refuses who has none. The caller has counted the try.
 */
export async function changePassphrase(
  staff: Staff,
  { sessionId, current, passphrase }: Change,
): Promise<Refused | { fault: PassphraseFault } | { changed: true }> {
  const fault = passphraseFault(passphrase, [staff.name])
  if (fault) return { fault }
  const { staffId, wrappedSecret } = tipHolders
  const [holder] = await as(asHolder(staff), (tx) =>
    tx.select({ wrapped: wrappedSecret }).from(tipHolders).where(eq(staffId, staff.id)),
  )
  if (!holder) return { refused: 'no-passphrase-set' }
  const secret = await unwrapUnder(current, holder.wrapped)
  if (!secret) {
    const line = { event: 'unlock-refused', subject: `staff:${staff.id}`, staffId: staff.id }
    await as(asHolder(staff), (tx) => auditTip(tx, line))
    return { refused: 'wrong-passphrase' }
  }
  const wrapped = await wrapUnder(passphrase, secret)
  secret.fill(0)

  return as(asHolder(staff), async (tx) => {
    const changed = await tx
      .update(tipHolders)
      .set({ wrappedSecret: wrapped })
      .where(and(eq(staffId, staff.id), eq(wrappedSecret, holder.wrapped)))
      .returning({ staffId })
    if (changed.length === 0) return { refused: 'changed-meanwhile' }
    await tx.delete(tipUnlocks).where(and(eq(tipUnlocks.staffId, staff.id), ne(tipUnlocks.sessionId, sessionId)))
    await auditTip(tx, { event: 'passphrase-changed', subject: `staff:${staff.id}`, staffId: staff.id })
    return { changed: true }
  })
}
