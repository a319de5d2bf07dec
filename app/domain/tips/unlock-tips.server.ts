import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { once } from '#db/once.server.ts'
import { tipHolders, tipUnlocks } from '#db/schema/tips.ts'
import { seal } from '#app/sealing/keys.ts'
import { unwrapUnder, wrapUnder } from '#app/sealing/passphrases.ts'
import type { Refused } from '../refusals.ts'
import type { Staff } from '../staff/staff.ts'
import { auditTip } from './audit-tip.server.ts'
import { asHolder } from './reads-tips.ts'
import { unlockKey } from './unlock-key.ts'

/**
 * Opens tips in one session: the officer's secret key is kept in it, encrypted under a random key that is given back
 * and kept nowhere else. A wrong passphrase, and one of who has set none, cost the same work, are refused alike and
 * written down. The caller has counted the try.
 */
export async function unlockTips(
  staff: Staff,
  sessionId: string,
  passphrase: string,
): Promise<Refused | { cookieKey: string }> {
  const [holder] = await as(asHolder(staff), (tx) =>
    tx.select({ wrapped: tipHolders.wrappedSecret }).from(tipHolders).where(eq(tipHolders.staffId, staff.id)),
  )
  const secret = await unwrapUnder(passphrase, holder?.wrapped ?? (await decoy()))
  if (!holder || !secret) {
    const line = { event: 'unlock-refused', subject: `staff:${staff.id}`, staffId: staff.id }
    await as(asHolder(staff), (tx) => auditTip(tx, line))
    return { refused: 'wrong-passphrase' }
  }

  const cookieKey = randomBytes(32).toString('base64url')
  const key = unlockKey(cookieKey, { sessionId, staffId: staff.id })
  const sealedSecret = seal(key, secret.toString('base64url'))
  secret.fill(0)
  await as(asHolder(staff), async (tx) => {
    const row = { staffId: staff.id, sealedSecret, usedAt: new Date() }
    await tx
      .insert(tipUnlocks)
      .values({ sessionId, ...row })
      .onConflictDoUpdate({ target: tipUnlocks.sessionId, set: row })
    await auditTip(tx, { event: 'tips-unlocked', subject: `staff:${staff.id}`, staffId: staff.id })
  })
  return { cookieKey }
}

/** What is tried against when there is nothing to open; made once, from what nobody knows. */
function decoy(): Promise<string> {
  const kept = once<{ wrapped?: Promise<string> }>('decoy of tips', () => ({}))
  return (kept.wrapped ??= wrapUnder(randomBytes(18).toString('base64url'), randomBytes(32)))
}
