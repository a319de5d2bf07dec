import { arabicNames, commonNames, namesThatAreWords } from './common-names.ts'
import type { Span } from './spans.ts'
import { isKnownWord, looksLikePlace, opensSentences } from './words-no-names.ts'

type Word = { text: string; start: number; end: number; known: boolean }

/** After these somebody's name comes, however it is written. */
const said =
  /(?<!\p{L})(?:heter|hette|vid namn|namnet är|herr|hr\.?|fru|fröken|doktor|named|is called|name is|mr\.?|mrs\.?|ms\.?|dr\.?|la yiraahdo|la dhaho|magaciisu waa|magaceedu waa|magacaygu waa|اسمه|اسمها|اسمي|اسم|يدعى|تدعى|السيد|السيدة)\s+(?:är |is |waa |هو |هي )?$/iu
/** Stands inside of names. */
const link = /^(?:von|af|de|del|van|al|el|bin|ibn|abu|la)$/

/**
 * What looks like the name of a person: a listed name wherever it stands; what follows "heter", "fru", "is called" and
 * the like; and a capital where no sentence begins. Of what is `known`, the names of places and organisations, nothing is.
 */
export function names(text: string, known: ReadonlySet<string>): Span[] {
  const words = wordsOf(text, known)
  const runs: Word[][] = []
  for (const word of words) {
    const run = runs.at(-1)
    if (run && isJoined(text, run.at(-1)!, word) && mayGoOn(word)) run.push(word)
    else runs.push([word])
  }
  return runs
    .flatMap((run) => nameIn(text, run))
    .map(([first, last]) => ({ start: first.start, end: last.end, kind: 'name' }))
}

/** The first and the last word of a name in words that stand side by side; nothing when there is none. */
function nameIn(text: string, run: Word[]): [Word, Word][] {
  const [first] = run
  if (!first) return []
  const isSaid =
    !first.known && said.test(text.slice(Math.max(0, first.start - 30), first.start)) && !opensSentences(first.text)
  if (isSaid) return [[first, run.at(-1)!]]
  const begins = run.findIndex((word, index) => isName(text, word, { index, run }))
  const ends = run.findLastIndex((word) => !link.test(word.text))
  return begins < 0 || ends < begins ? [] : [[run[begins]!, run[ends]!]]
}

function isName(text: string, word: Word, { index, run }: { index: number; run: Word[] }): boolean {
  if (word.known) return false
  const plain = withoutGenitive(word.text.toLowerCase())
  if (isListed(word, plain)) return true
  if (!isCapital(word.text) || isKnownWord(plain) || looksLikePlace(plain)) return false
  if (!beginsSentence(text, word.start)) return true
  // The first word of a sentence, with another name after it.
  return index + 1 < run.length && !opensSentences(plain) && !run[index + 1]!.known
}

const isListed = ({ text }: Word, plain: string): boolean =>
  [text.toLowerCase(), plain].some((one) => commonNames.has(one)) ||
  (isCapital(text) && namesThatAreWords.has(plain)) ||
  arabicNames.has(text) ||
  arabicNames.has(text.slice(1))

/** A capital and small letters after it: what is all in capitals is an abbreviation or a shout. */
const isCapital = (word: string): boolean => /^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}/u.test(word)

const withoutGenitive = (word: string): string => (word.length > 3 ? word.replace(/['’]?s$/, '') : word)

/** True where nothing, the end of a sentence, a new line, or a quotation stands before. */
const beginsSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?…:;؟•»«"“”(\n\r]|(?:^|\s)[-–—])\s*$/u.test(text.slice(Math.max(0, start - 12), start))

const isJoined = (text: string, before: Word, word: Word): boolean => /^ $/.test(text.slice(before.end, word.start))

/** A word that can go on a name which has begun. */
const mayGoOn = (word: Word): boolean =>
  !word.known &&
  (isCapital(word.text) || link.test(word.text) || isListed(word, withoutGenitive(word.text.toLowerCase())))

/** The words of a text; those that name a place or an organisation, up to four side by side, are known. */
function wordsOf(text: string, known: ReadonlySet<string>): Word[] {
  const words = [...text.matchAll(/\p{L}[\p{L}\p{M}'’-]*/gu)].map(({ 0: word, index }) => ({
    ...{ text: word, start: index, end: index + word.length, known: false },
  }))
  for (let at = 0; at < words.length; at++)
    for (let count = Math.min(4, words.length - at); count > 0; count--) {
      const phrase = text.slice(words[at]!.start, words[at + count - 1]!.end).toLowerCase()
      if (![phrase, phrase.replace(/['’]?s$/, '')].some((one) => known.has(one))) continue
      for (const word of words.slice(at, at + count)) word.known = true
      at += count - 1
      break
    }
  return words
}
