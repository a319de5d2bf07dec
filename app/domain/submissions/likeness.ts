import { plain } from '../plain.ts'

/**
 * How much two texts say the same, from 0 to 1: how many three-letter parts they have in common, of as many as they have
 * (the geometric mean of the two). Signs, capitals, diacritics and the order of words do not count. It is reckoned here
 * and not by the database, which knows no letters but Latin ones.
 */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  if (fewer.size === 0) return 0
  let common = 0
  for (const part of fewer) if (more.has(part)) common++
  return common / Math.sqrt(one.size * other.size)
}

/** The three-letter parts of a text's words, each word with its beginning and its end. */
export function partsOf(text: string): ReadonlySet<string> {
  const parts = new Set<string>()
  for (const word of plain(text).split(' ')) {
    if (word === '') continue
    let [first, second] = [' ', ' ']
    for (const letter of `${word} `) {
      parts.add(first + second + letter)
      ;[first, second] = [second, letter]
    }
  }
  return parts
}
