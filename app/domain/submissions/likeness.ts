/**
 * How much two texts say the same, from 0 to 1: the share of their three-letter parts that they have in common. Signs
 * and capitals do not count. It is reckoned here and not by the database, which knows no letters but Latin ones.
 */
export function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  if (fewer.size === 0) return 0
  let common = 0
  for (const part of fewer) if (more.has(part)) common++
  return common / (one.size + other.size - common)
}

/** The three-letter parts of a text's words, each word with its beginning and its end. */
export function partsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  const parts = new Set<string>()
  for (const word of words) {
    const letters = [' ', ' ', ...word, ' ']
    for (let at = 0; at + 3 <= letters.length; at++) parts.add(letters.slice(at, at + 3).join(''))
  }
  return parts
}
