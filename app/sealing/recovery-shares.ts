import { createHash } from 'node:crypto'
import { combine, split } from 'shamir-secret-sharing'
import { crockford, crockfordBytes, readCrockford } from './crockford.ts'

/** How many paper shares there are, and how many of them open what was split. */
export const [sharesMade, sharesNeeded] = [3, 2]

/** A share is one byte longer than a secret of 32 bytes; what is left of 40 bytes tells a share that was typed wrong. */
const [shareLength, checkLength] = [33, 7]
const letters = ((shareLength + checkLength) * 8) / 5

/**
 * Splits a secret of 32 bytes (Shamir) into three shares to write on paper, each 16 groups of four letters of
 * Crockford's base32. Any two open it; one alone tells nothing. Nothing of it is kept.
 */
export async function splitSecret(secret: Uint8Array): Promise<string[]> {
  const shares = await split(Uint8Array.from(secret), sharesMade, sharesNeeded)
  return shares.map((share) =>
    crockford(Buffer.concat([share, checkOf(share)]), letters)
      .match(/.{4}/g)!
      .join('-'),
  )
}

/** True of a text that is a share, in any case and however it is broken into lines. */
export const isShare = (typed: string): boolean => shareIn(typed) !== undefined

/**
 * The secret that two different shares open; undefined when one of them was typed wrong or both are the same. Shares
 * of different secrets give a secret that fits nothing: compare its public half.
 */
export async function joinShares(typed: readonly string[]): Promise<Buffer | undefined> {
  const shares = typed.map(shareIn)
  if (shares.length < sharesNeeded || !shares.every((share) => share !== undefined)) return undefined
  if (new Set(shares.map((share) => share.at(-1))).size < shares.length) return undefined
  return Buffer.from(await combine(shares))
}

function shareIn(typed: string): Uint8Array | undefined {
  const text = readCrockford(typed, letters)
  const bytes = text && crockfordBytes(text)
  if (!bytes) return undefined
  const share = Uint8Array.from(bytes.subarray(0, shareLength))
  return checkOf(share).equals(bytes.subarray(shareLength)) ? share : undefined
}

const checkOf = (share: Uint8Array): Buffer => createHash('sha256').update(share).digest().subarray(0, checkLength)
