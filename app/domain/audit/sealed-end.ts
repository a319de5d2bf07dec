import { deriveKey, seal, unseal } from '#app/sealing/keys.ts'

/** Where a chain ends: its last position and that line's hash. */
type End = { position: number; hash: string }

const keyOf = (anchorKey: Uint8Array): Uint8Array => deriveKey(anchorKey, 'where the chain of tips ends')

/**
 * Where the chain of tips ends, as a text that tells nothing to who lacks the key: it is of one length and another each
 * time, whether anything was done with tips or not.
 */
export const sealEnd = (anchorKey: Uint8Array, { position, hash }: End): string =>
  seal(keyOf(anchorKey), `${String(position).padStart(15, '0')}:${hash.padEnd(64, '0')}`)

/** The same as `POSITION:HASH`; undefined when it is no such text, or was sealed under another key. */
export const openEnd = (anchorKey: Uint8Array, text: string): string | undefined => unseal(keyOf(anchorKey), text)
