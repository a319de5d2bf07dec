import { isCommon } from '../staff/password-fault.server.ts'

/** What can be wrong with a passphrase beside its length; keys of the catalogue `errors`, under `field`. */
export type PassphraseFault = 'passphrase-common'

/** So many letters and digits must be left of a passphrase when what it says twice is taken once. */
const shortestOnce = 12

/**
 * What is wrong with a passphrase for tips, or undefined. It alone stands between a stolen database and what tips say, so
 * it may not be tried out: three common words are too few, as are her own name (`own`), and the same over again.
 */
export const passphraseFault = (passphrase: string, own: readonly string[]): PassphraseFault | undefined =>
  saidOnce(passphrase).length < shortestOnce || isCommon(passphrase, own, 3) ? 'passphrase-common' : undefined

/** Its letters and digits, each word once, and of a row that begins again and again only its beginning. */
function saidOnce(passphrase: string): string {
  const all = [...new Set(passphrase.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))].join('')
  const letters = all.replace(/\p{N}+/gu, '')
  return beginning(letters) === letters ? beginning(all) : beginning(letters)
}

/** What a text repeats, where it is nothing but a repetition, also when that ends in the middle; else the text. */
function beginning(text: string): string {
  for (let length = 1; length * 2 <= text.length; length++) {
    if (text.slice(length) === text.slice(0, -length)) return text.slice(0, length)
  }
  return text
}
