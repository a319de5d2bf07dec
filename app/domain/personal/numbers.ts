import { found, type PersonalKind, type Span } from './spans.ts'

/**
 * Mail addresses, telephone numbers, number plates, and the numbers by which Sweden knows people and organisations, in a
 * text whose digits are plain. Of the latter the last digit is a checksum: where it is wrong the passage is marked as like
 * one, since whoever wrote it may have mistyped it.
 */
export const numbers = (text: string): Span[] => [
  ...found(text, email, 'email'),
  ...byChecksum(text),
  ...found(text, phone, 'phone', (passage) => digitsOf(passage).length <= 15),
  ...found(text, plate, 'plate'),
]

const email = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu

/** With a zero or a country in front, and at least seven digits after it; short numbers are nobody's own. */
const phone = /(?<![\p{L}\p{N}])(?:(?:\+|00)[1-9]\d{0,2}[ -]?(?:\(0\))?|\(?0)[1-9](?:[ /.()-]{0,2}\d){6,12}(?!\d)/gu

/** Three letters and three digits, of which the last may be a letter; in small letters only where nothing stands between. */
const plate =
  /(?<![\p{L}\p{N}])(?:[A-HJ-PR-UW-Z]{3}[ -]?\d\d[A-HJ-NPR-UW-Z\d]|[a-hj-pr-uw-z]{3}-?\d\d[a-hj-npr-uw-z\d])(?![\p{L}\p{N}])/gu

const sixAndFour = /(?<!\d|\d[-+])(?:\d\d)?\d{6} ?[-+]? ?\d{4}(?![\d]|-\d)/g

function byChecksum(text: string): Span[] {
  return found(text, sixAndFour, 'like-personal-number').flatMap((span) => {
    const kind = kindOf(text.slice(span.start, span.end))
    return kind ? [{ ...span, kind }] : []
  })
}

/** What ten or twelve digits are; nothing when they are no such number and do not look like one. */
function kindOf(passage: string): PersonalKind | undefined {
  const digits = digitsOf(passage)
  const [month, day] = [Number(digits.slice(-8, -6)), Number(digits.slice(-6, -4))]
  const isRight = luhn(digits.slice(-10))
  // The day of a coordination number is 60 more; an organisation's number has 20 or more where the month stands.
  const isDate = month >= 1 && month <= 12 && ((day >= 1 && day <= 31) || (day >= 61 && day <= 91))
  const centuries = isDate ? ['18', '19', '20'] : ['16']
  if (digits.length === 12 && !centuries.includes(digits.slice(0, 2))) return undefined
  // Written as one, ten digits that begin with a zero are more often a telephone number.
  if (isDate) return isRight && !/^0\d{9}$/.test(passage) ? 'personal-number' : 'like-personal-number'
  if (month >= 20) return isRight ? 'organisation-number' : /[-+]/.test(passage) ? 'like-personal-number' : undefined
  return /[-+]/.test(passage) ? 'like-personal-number' : undefined
}

const digitsOf = (passage: string): string => passage.replace(/\D/g, '')

/** True when the last of the digits is the checksum of the others (ISO/IEC 7812-1). */
function luhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const weighed = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (weighed > 9 ? weighed - 9 : weighed)
  }, 0)
  return sum % 10 === 0
}
