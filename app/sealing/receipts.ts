import { randomBytes } from 'node:crypto'
import sodium from 'libsodium-wrappers-sumo'
import { crockford, readCrockford } from './crockford.ts'
import type { KeyPair } from './envelopes.ts'
import { deriveKey, keyedHash } from './keys.ts'

const codeLength = 20

/**
 * The receipt code of a form: 100 bits as five groups of four, derived from a lasting key and the form's random
 * token, so that the same form posted twice gives the same code.
 */
export function receiptCode(key: Uint8Array, formToken: string): string {
  return grouped(crockford(deriveKey(key, `receipt code ${formToken}`), codeLength))
}

/** The code a person typed in its one form, or undefined when it cannot be a code. */
export function readReceiptCode(typed: string): string | undefined {
  const code = readCrockford(typed, codeLength)
  return code && grouped(code)
}

/** What the code is found by; the code itself is never stored. */
export const codeHash = (key: Uint8Array, code: string): string => keyedHash(key, code)

/** The key pair (X25519) that follows from the code: what is sealed to it, whoever has the code can read. */
export async function codeKeyPair(code: string): Promise<KeyPair> {
  await sodium.ready
  const { publicKey, privateKey } = sodium.crypto_box_seed_keypair(deriveKey(code, 'receipt key pair'))
  return { publicKey, secretKey: privateKey }
}

/** The public half (base64url) of the key pair that follows from the code. */
export const codePublicKey = async (code: string): Promise<string> =>
  Buffer.from((await codeKeyPair(code)).publicKey).toString('base64url')

/** A new public reference, random and not in sequence: 7KQ4-2M9P. */
export const newRef = (): string => grouped(crockford(randomBytes(5), 8))

const grouped = (text: string): string => text.match(/.{4}/g)!.join('-')
