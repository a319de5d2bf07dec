import { dictionary } from '@zxcvbn-ts/language-common'
import { ownWords } from './own-words.ts'

export const passwordLimits = { shortest: 12, longest: 200 } as const

/** What can be wrong with a password that somebody chooses; keys of the catalogue `errors`, under `field`. */
export type PasswordFault = 'password-too-short' | 'too-long' | 'password-common'

/**
 * What is wrong with a password, or undefined. It is refused when it is short, or common: on the list of those that are
 * tried first, made of one or two of its words, her own name or address (`own`), a repetition, or a walk over the
 * keyboard; however it is spelt, and whatever digits and signs stand around it.
 */
export function passwordFault(password: string, own: readonly string[] = []): PasswordFault | undefined {
  const length = [...password].length
  if (length < passwordLimits.shortest) return 'password-too-short'
  if (length > passwordLimits.longest) return 'too-long'
  return isCommon(password, own) ? 'password-common' : undefined
}

/**
 * True for what is tried first: nothing but `most` words (two, unless said) of the list or of her `own`, a repetition or
 * a walk.
 */
export function isCommon(password: string, own: readonly string[], most = 2): boolean {
  const plain = withoutMarks(password)
  if (isMonotone(plain) || isWalk(plain)) return true
  const ownParts = new Set(own.flatMap((text) => withoutMarks(text).split(/[^a-z]+/)).filter((part) => part.length > 2))
  const isKnown = (word: string) => word === '' || ownParts.has(word) || common().has(word)
  return spellings(plain).some((word) => isMadeOf(most, word, isKnown))
}

const withoutMarks = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** How a password may be meant: as it stands, without what stands around it, with digits read as letters. */
function spellings(plain: string): string[] {
  const core = plain.replace(/^[^a-z]+|[^a-z]+$/g, '')
  const read = core.replace(/[0134578@$!|]/g, (sign) => lookalikes[sign] ?? '')
  const letters = [core, read].map((text) => text.replace(/[^a-z]/g, ''))
  const all = [plain, plain.replace(/[^a-z\d]/g, ''), ...letters]
  return [...new Set(all.flatMap((text) => [text, unitOf(text)]))].filter((text) => text !== '')
}

const lookalikes: Record<string, string> = {
  ...{ '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b' },
  ...{ '@': 'a', $: 's', '!': 'i', '|': 'l' },
}

/** What is repeated, where a text is nothing but a repetition; else the text. */
const unitOf = (text: string): string => /^(.+?)\1+$/.exec(text)?.[1] ?? text

function isMadeOf(most: number, word: string, isKnown: (part: string) => boolean): boolean {
  if (most === 1 || isKnown(word)) return isKnown(word)
  for (let end = 1; end < word.length; end++) {
    if (isKnown(word.slice(0, end)) && isMadeOf(most - 1, word.slice(end), isKnown)) return true
  }
  return false
}

/** Fewer than five different signs. */
const isMonotone = (plain: string): boolean => new Set(plain).size < 5

const rows = ['abcdefghijklmnopqrstuvwxyz', '12345678901', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm']

/** Nearly every sign stands beside the one before it, on the keyboard or in the alphabet. */
function isWalk(plain: string): boolean {
  const beside = (pair: string) => rows.some((row) => row.includes(pair) || row.includes([...pair].reverse().join('')))
  const pairs = [...plain].slice(1).map((sign, index) => `${plain[index]}${sign}`)
  return pairs.filter((pair) => pair[0] !== pair[1] && !beside(pair)).length < 3
}

let known: Set<string> | undefined

/** Every word of the lists, as passwords are compared; made at first need. */
const common = (): Set<string> =>
  (known ??= new Set(
    [...dictionary['passwords-common'].map(withoutMarks), ...ownWords].filter((word) => word.length > 2),
  ))
