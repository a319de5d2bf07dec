import { found, type Span } from './spans.ts'

/** What Swedish streets end with, as a word of its own or joined to another. */
const ends =
  'gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|backen|allén|allé|platsen|plats|planen|plan|leden|stråket|gången|kroken|slingan|ringen|svängen|höjden|gärdet|liden|berget'

/** What is counted: "Bergsjövägen 30 km/h" is no door. */
const counted = 'km|m\\b|meter|min|kr|st\\b|år|procent|%|personer|bilar|gånger|minuter|timmar|dagar'

const street = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:\\p{Lu}[\\p{L}\\p{M}]+ ){0,2}[\\p{L}\\p{M}]*(?:${ends})s? ?(?:nr\\.? ?|nummer |port )?\\d{1,3}(?: ?[A-Ha-h](?![\\p{L}\\p{N}]))?(?![\\p{L}\\p{N}]|[.:]\\d| ?(?:${counted}))`,
  'gu',
)

/** The street comes after the word for it, and then its number. */
const arabicStreet = /(?<!\p{L})شارع(?: [\p{L}\p{M}]+){1,3}(?: رقم)? \d{1,3}(?!\d)/gu

/** The flat in a house, or its door. */
const flat = /(?<![\p{L}\p{N}])(?:lgh|lägenhet|lägenhetsnummer)\.?(?: nr\.?)? ?\d{1,4}(?!\d)/giu

/** A postal code and the town after it. */
const postcode = /(?<![\p{L}\p{N}+-])[1-9]\d\d ?\d\d (?:\p{Lu}[\p{L}\p{M}]+)(?![\p{L}])/gu

/** Street addresses with a number, flats and postal codes, in a text whose digits are plain; a street alone is a place. */
export const addresses = (text: string): Span[] =>
  [street, arabicStreet, flat, postcode].flatMap((pattern) => found(text, pattern, 'address'))
