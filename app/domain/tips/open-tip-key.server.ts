import { openWith } from '#app/sealing/envelopes.ts'
import type { OpenKey } from './keys-in-use.server.ts'

/** A tip's own key, opened by the key that tips are sealed to. Throws when it is sealed to another. */
export async function openTipKey(tipsKey: OpenKey, { sealedKey }: { sealedKey: Uint8Array }): Promise<Buffer> {
  const key = await openWith(tipsKey, sealedKey)
  if (!key) throw new Error('the key of a tip does not open')
  return key
}
