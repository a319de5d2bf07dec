import { timingSafeEqual } from 'node:crypto'
import { crockford } from './crockford.ts'
import { deriveKey } from './keys.ts'

const signatureLength = 20

/** What a proof of receipt says: which submission, when it was received, and the fingerprint of what was received. */
export type Proof = { ref: string; receivedAt: Date; fingerprint: string }

/**
 * One line that proves a receipt, `NORDOST <ref> <time> <fingerprint> <signature>`: the time in UTC to the second, the
 * fingerprint in hexadecimal, and 100 bits of signature in Crockford's base32 that only the portal's own key gives.
 */
export function proofLine(key: Uint8Array, proof: Proof): string {
  const said = statement(proof)
  return `${said} ${signature(key, said)}`
}

/**
 * Reads a line that somebody shows, in any case and broken in any place, as paper and mail break lines. `genuine` tells
 * whether its signature is ours; undefined for a text that is no such line at all.
 */
export function readProof(key: Uint8Array, text: string): (Proof & { genuine: boolean }) | undefined {
  const joined = text
    .slice(0, 1000)
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase()
  const [, ref, time, fingerprint, given] =
    /^NORDOST([\dA-Z]{4}-[\dA-Z]{4})(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)([\dA-F]{64})([\dA-Z]{20})$/.exec(joined) ?? []
  if (!ref || !time || !fingerprint || !given || Number.isNaN(Date.parse(time))) return undefined
  const proof = { ref, receivedAt: new Date(time), fingerprint: fingerprint.toLowerCase() }
  const right = signature(key, statement(proof))
  return { ...proof, genuine: timingSafeEqual(Buffer.from(given), Buffer.from(right)) }
}

const statement = ({ ref, receivedAt, fingerprint }: Proof): string =>
  `NORDOST ${ref} ${receivedAt.toISOString().slice(0, 19)}Z ${fingerprint}`

const signature = (key: Uint8Array, said: string): string => crockford(deriveKey(key, said), signatureLength)
