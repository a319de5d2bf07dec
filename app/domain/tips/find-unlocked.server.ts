import { and, eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { tipHolders, tipsKeyGrants, tipUnlocks } from '#db/schema/tips.ts'
import { openWith, type KeyPair } from '#app/sealing/envelopes.ts'
import { unseal } from '#app/sealing/keys.ts'
import { settings } from '#app/settings.server.ts'
import type { Staff } from '../staff/staff.ts'
import { keyBytes, tipsKeyInUse, type OpenKey } from './keys-in-use.server.ts'
import { asHolder } from './reads-tips.ts'
import { unlockKey } from './unlock-key.ts'

const minute = 60_000

/**
 * What a session has open: `tipsKey` is absent for who has set a passphrase and waits to be granted it. `rotationIsDue`
 * says that somebody had the key who holds tips no more.
 */
export type Unlocked = { tipsKey: OpenKey | undefined; rotationIsDue: boolean }

/**
 * What this session of this officer has open; undefined when it is locked: after so many idle minutes
 * (TIPS_IDLE_MINUTES), with the cookie of another session or person, and with none. Asking counts as use.
 */
export function findUnlocked(
  staff: Staff,
  { sessionId, cookieKey }: { sessionId: string; cookieKey: string | undefined },
  now = new Date(),
): Promise<Unlocked | undefined> {
  return as(asHolder(staff), async (tx) => {
    const own = and(eq(tipUnlocks.sessionId, sessionId), eq(tipUnlocks.staffId, staff.id))
    const { sealedSecret, usedAt } = tipUnlocks
    const [row] = await tx
      .select({ sealedSecret, usedAt, publicKey: tipHolders.publicKey })
      .from(tipUnlocks)
      .innerJoin(tipHolders, eq(tipHolders.staffId, tipUnlocks.staffId))
      .where(own)
    if (!row) return undefined
    const idle = now.getTime() - row.usedAt.getTime()
    if (idle >= settings().tipsIdleMinutes * minute) {
      await tx.delete(tipUnlocks).where(own)
      return undefined
    }
    const opened = cookieKey && unseal(unlockKey(cookieKey, { sessionId, staffId: staff.id }), row.sealedSecret)
    if (!opened) return undefined
    if (idle > minute / 2) await tx.update(tipUnlocks).set({ usedAt: now }).where(own)
    const keys = { publicKey: keyBytes(row.publicKey), secretKey: keyBytes(opened) }
    const inUse = await tipsKeyInUse(tx)
    const tipsKey = inUse && (await openTipsKey(tx, inUse, { staffId: staff.id, keys }))
    return { tipsKey, rotationIsDue: Boolean(inUse?.rotationDueOn) }
  })
}

type InUse = NonNullable<Awaited<ReturnType<typeof tipsKeyInUse>>>

/** The tips key in use, opened by the holder's own; undefined when it was not granted to her. */
async function openTipsKey(
  tx: Tx,
  { id, publicKey }: InUse,
  { staffId, keys }: { staffId: string; keys: KeyPair },
): Promise<OpenKey | undefined> {
  const [grant] = await tx
    .select({ sealed: tipsKeyGrants.sealed })
    .from(tipsKeyGrants)
    .where(and(eq(tipsKeyGrants.keyId, id), eq(tipsKeyGrants.staffId, staffId)))
  const secretKey = grant && (await openWith(keys, grant.sealed))
  return secretKey && { id, publicKey: keyBytes(publicKey), secretKey }
}
