import { randomBytes, timingSafeEqual } from 'node:crypto'
import { keyedHash } from './keys.ts'

const lifetime = 7 * 24 * 60 * 60 * 1000

/** A signed random token for one showing of a form. `now` in milliseconds. */
export function newFormToken(key: Uint8Array, now = Date.now()): string {
  const random = `${randomBytes(16).toString('base64url')}.${now.toString(36)}`
  return `${random}.${keyedHash(key, random)}`
}

/** True for a token of ours that is at most seven days old. */
export function isFormToken(key: Uint8Array, token: string, now = Date.now()): boolean {
  const age = formTokenAge(token, now)
  return isSignedWith(key, token) && age >= -60_000 && age < lifetime
}

/** True for a token that this key has signed, however old it is. */
export function isSignedWith(key: Uint8Array, token: string): boolean {
  const cut = token.lastIndexOf('.')
  const [random, given] = [token.slice(0, cut), Buffer.from(token.slice(cut + 1))]
  const right = Buffer.from(keyedHash(key, random))
  return cut >= 0 && given.length === right.length && timingSafeEqual(given, right)
}

/** How long ago the form of a token of ours was shown, in milliseconds; NaN for what is no token. */
export const formTokenAge = (token: string, now = Date.now()): number => now - parseInt(token.split('.')[1] ?? '', 36)
