import { openWith, type KeyPair } from '#app/sealing/envelopes.ts'

/** The tip's own key, opened with the key pair of its receipt code; throws when the pair is another's. */
export async function tipKeyByCode({ residentKey }: { residentKey: Uint8Array }, pair: KeyPair): Promise<Uint8Array> {
  const key = await openWith(pair, residentKey)
  if (!key) throw new Error('the key of a tip does not open with its code')
  return key
}
