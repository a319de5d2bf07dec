/** A text of more sentences than words can be counted on is too short to have a level. */
const fewestWords = 40

/** How hard a Swedish text is to read: LIX, and its longest sentence in words. */
export type ReadingLevel = { lix: number | undefined; longest: string }

/**
 * The reading level of a page's paragraphs. LIX is the mean number of words in a sentence plus the share of words longer
 * than six letters, in per cent (Björnsson 1968): under 30 is a children's book, 40 a newspaper, 60 an authority's
 * decision. Labels and headings, which end without a full stop, would make any page look easy: they count for the
 * longest sentence only. Undefined for fewer than 40 words.
 */
export function readingLevel(paragraphs: readonly string[]): ReadingLevel {
  const running = paragraphs.filter((text) => /[.!?]["”)]?$/.test(text.trim())).flatMap(sentencesIn)
  const words = running.flatMap(wordsIn)
  const long = words.filter((word) => word.length > 6)
  const lix = words.length / running.length + (100 * long.length) / words.length
  const longest = paragraphs
    .flatMap(sentencesIn)
    .reduce((most, sentence) => (wordsIn(sentence).length > wordsIn(most).length ? sentence : most), '')
  return { lix: words.length < fewestWords ? undefined : Math.round(lix), longest }
}

export const wordsIn = (sentence: string): string[] => sentence.match(/\p{L}+(?:[-'’]\p{L}+)*/gu) ?? []

const sentencesIn = (text: string): string[] =>
  text
    .split(/(?<=[.!?:])["”)]?\s+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => wordsIn(sentence).length > 0)
