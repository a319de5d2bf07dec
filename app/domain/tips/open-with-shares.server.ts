import type { Tx } from '#db/client.server.ts'
import { openWith, publicHalf } from '#app/sealing/envelopes.ts'
import { joinShares } from '#app/sealing/recovery-shares.ts'
import { keyBytes, keyText, tipsKeyInUse, type OpenKey } from './keys-in-use.server.ts'

/** The tips key in use, opened with two paper shares; undefined when they do not open it. */
export async function openWithShares(tx: Tx, shares: readonly string[]): Promise<OpenKey | undefined> {
  const key = await tipsKeyInUse(tx)
  const secret = await joinShares(shares)
  if (!key || !secret || keyText(await publicHalf(secret)) !== key.recoveryPublicKey) return undefined
  const recovery = { publicKey: keyBytes(key.recoveryPublicKey), secretKey: secret }
  const secretKey = await openWith(recovery, key.recoverySealed)
  return secretKey && { id: key.id, publicKey: keyBytes(key.publicKey), secretKey }
}
