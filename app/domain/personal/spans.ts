/** What may point out a person in a text. The later kinds give way to the earlier ones where both would mark a passage. */
export const personalKinds = [
  'email',
  'personal-number',
  'organisation-number',
  'phone',
  'like-personal-number',
  'plate',
  'address',
  'name',
] as const
export type PersonalKind = (typeof personalKinds)[number]

/** A passage of a text, from one place to another (in UTF-16 units, the end not included), and what it looks like. */
export type Span = { start: number; end: number; kind: PersonalKind }

/** Digits as they are written in Arabic and in Persian, and as wide as a Chinese character, each one unit long. */
const zeros = [0x0660, 0x06f0, 0xff10]

/** A text in which every digit is 0 to 9 and every hyphen a plain one; each place stays what it was. */
export const withPlainDigits = (text: string): string =>
  text
    .replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) => {
      const code = digit.charCodeAt(0)
      return String(code - zeros.find((zero) => code >= zero && code <= zero + 9)!)
    })
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')

/** Every passage that a pattern finds and a test, when there is one, holds for. */
export const found = (
  text: string,
  pattern: RegExp,
  kind: PersonalKind,
  holds?: (passage: string) => boolean,
): Span[] =>
  [...text.matchAll(pattern)]
    .filter(([passage]) => !holds || holds(passage))
    .map(({ 0: passage, index }) => ({ start: index, end: index + passage.length, kind }))
