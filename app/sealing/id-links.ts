import { timingSafeEqual } from 'node:crypto'
import { crockford, readCrockford } from './crockford.ts'
import { deriveKey } from './keys.ts'

const idLength = 32
const proofLength = 20

/**
 * The secret in a link: an id (a UUID), by which the row is found, and 100 bits that follow from the id under a lasting
 * key, by which the link is known as ours and for this purpose. Nothing of it is stored.
 */
export const idToken = (key: Uint8Array, purpose: string, id: string): string =>
  id.replaceAll('-', '') + proofOf(key, purpose, id).toLowerCase()

/** The id that a link leads to; undefined for a link that is not ours, or made for something else. */
export function readIdToken(key: Uint8Array, purpose: string, token: string): string | undefined {
  const id = token
    .slice(0, idLength)
    .toLowerCase()
    .replace(/^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/, '$1-$2-$3-$4-$5')
  const given = readCrockford(token.slice(idLength), proofLength)
  if (id.length !== idLength + 4 || given === undefined) return undefined
  return timingSafeEqual(Buffer.from(given), Buffer.from(proofOf(key, purpose, id))) ? id : undefined
}

const proofOf = (key: Uint8Array, purpose: string, id: string): string =>
  crockford(deriveKey(key, `${purpose} ${id}`), proofLength)
