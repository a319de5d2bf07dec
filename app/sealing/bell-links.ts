import { timingSafeEqual } from 'node:crypto'
import { crockford, readCrockford } from './crockford.ts'
import { deriveKey } from './keys.ts'

const idLength = 32
const proofLength = 20

/**
 * The secret in the link of a bell: its id, by which it is found, and 100 bits that follow from the id under a lasting
 * key, by which the link is known as ours. Nothing of it is stored.
 */
export const bellToken = (key: Uint8Array, id: string): string =>
  id.replaceAll('-', '') + proofOf(key, id).toLowerCase()

/** The id of the bell that a link leads to; undefined for a link that is not ours. */
export function readBellToken(key: Uint8Array, token: string): string | undefined {
  const id = token
    .slice(0, idLength)
    .toLowerCase()
    .replace(/^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/, '$1-$2-$3-$4-$5')
  const given = readCrockford(token.slice(idLength), proofLength)
  if (id.length !== idLength + 4 || given === undefined) return undefined
  return timingSafeEqual(Buffer.from(given), Buffer.from(proofOf(key, id))) ? id : undefined
}

const proofOf = (key: Uint8Array, id: string): string => crockford(deriveKey(key, `bell link ${id}`), proofLength)
