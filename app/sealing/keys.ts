import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** A key of 32 bytes for one purpose, derived from a secret (HKDF-SHA-256). */
export function deriveKey(secret: Uint8Array | string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'portal', purpose, 32))
}

/** Encrypts and authenticates a text (AES-256-GCM, random nonce); the result is safe in a cookie. */
export function seal(key: Uint8Array, text: string): string {
  return sealBytes(key, Buffer.from(text, 'utf8')).toString('base64url')
}

/** Opens what `seal` made; undefined when it was made with another key or altered. */
export function unseal(key: Uint8Array, sealed: string): string | undefined {
  return unsealBytes(key, Buffer.from(sealed, 'base64url'))?.toString('utf8')
}

/** How many bytes longer a sealed thing is than the thing itself: the nonce and the tag. */
export const sealLength = 28

/** As `seal`, of bytes: the nonce, the tag, and what was encrypted. */
export function sealBytes(key: Uint8Array, bytes: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = [cipher.update(bytes), cipher.final()]
  return Buffer.concat([nonce, cipher.getAuthTag(), ...sealed])
}

/** Opens what `sealBytes` made; undefined when it was made with another key or altered. */
export function unsealBytes(key: Uint8Array, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < sealLength) return undefined
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
  decipher.setAuthTag(sealed.subarray(12, sealLength))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(sealLength)), decipher.final()])
  } catch {
    return undefined
  }
}

/** HMAC-SHA-256 of a text, in base64url. */
export function keyedHash(key: Uint8Array, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}
