/** What stands where something was masked: always as wide, so that it does not tell how much was there. */
export const mask = '█████'

/** One sentence of a text, as it can be chosen to be masked. */
export type Passage = { id: string; text: string; endsParagraph: boolean }

/** The sentences of a text, named after the part they belong to and where they stand in it: `body.3`. */
export function passagesOf(part: string, text: string): Passage[] {
  const sentences = new Intl.Segmenter('sv', { granularity: 'sentence' })
  const found = text.split(/\n+/).flatMap((paragraph) =>
    [...sentences.segment(paragraph)]
      .map(({ segment }) => segment.trim())
      .filter(Boolean)
      .map((sentence, index, all) => ({ text: sentence, endsParagraph: index === all.length - 1 })),
  )
  return found.map((passage, index) => ({ id: `${part}.${index}`, ...passage }))
}

type Chosen = { passages: ReadonlySet<string>; words: readonly string[] }

/** A text as it may be given out: without the passages and the words that were chosen. Sentences stay in paragraphs. */
export function maskedText(part: string, text: string, { passages, words }: Chosen): string {
  const shown = passagesOf(part, text)
    .map(({ id, text: sentence, endsParagraph }) => (passages.has(id) ? mask : sentence) + (endsParagraph ? '\n' : ' '))
    .join('')
    .trim()
  return maskWords(shown, words)
}

/** A text without the words that were chosen, wherever they stand, in any case and however they are spaced or broken. */
export const maskWords = (text: string, words: readonly string[]): string =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .reduce((left, word) => left.replace(patternOf(word), mask), text.normalize('NFC'))

/** Signs that are not seen (a soft hyphen, a joiner) may stand between any two letters. */
function patternOf(word: string): RegExp {
  const unseen = String.raw`\p{Cf}*`
  const letters = [...word.normalize('NFC').trim()].map((letter) =>
    /\s/.test(letter) ? String.raw`[\s\p{Cf}]+` : letter.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`),
  )
  return new RegExp(letters.join(unseen), 'giu')
}
