/** Letters that are written in more than one way, and that taking marks away does not make the same. */
const sameLetters: Record<string, string> = {
  ...{ æ: 'a', ø: 'o', ı: 'i', ł: 'l', đ: 'd', ß: 'ss' },
  // Arabic letters as Persian, Urdu and Kurdish write them, the two that end a word in two ways, and the drawn-out line.
  ...{ ک: 'ك', ی: 'ي', ى: 'ي', ە: 'ه', ہ: 'ه', ھ: 'ه', ة: 'ه', ـ: '' },
}

const others = new RegExp(`[${Object.keys(sameLetters).join('')}]`, 'gu')

/** In any script: lower case, without diacritics and punctuation, one space between words. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(others, (letter) => sameLetters[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
