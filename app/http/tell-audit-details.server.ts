import { speaking } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatList, formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** The details of a line: ids, states and counts. */
type Details = Record<string, string | number | boolean>
/** What ids stand for, by id: people and organisations. */
export type Names = ReadonlyMap<string, string>

/** The details of a line of the audit in words, each with what it is about: "till: Avslutat". */
export function tellDetails(language: Language, details: Details, names: Names): string[] {
  const labels = wordsUnder(language, 'detail')
  return Object.entries(details).map(([name, value]) => `${labels[name] ?? name}: ${inWords(language, value, names)}`)
}

/** The words of the catalogue under a key, as they stand there. */
export const wordsUnder = (language: Language, key: string): Record<string, string> =>
  (speaking(language).getResource(language, 'records', key) ?? {}) as Record<string, string>

function inWords(language: Language, value: string | number | boolean, names: Names): string {
  if (typeof value === 'number') return formatNumber(language, value)
  const text = String(value)
  const known = wordFor(language, text, names)
  if (known !== undefined) return known
  if (/^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))) return formatDay(language, text)
  // Several at once: languages, reasons, areas.
  const parts = text.split(' ').map((part) => wordFor(language, part, names))
  return parts.every((part) => part !== undefined) ? formatList(language, parts) : shortened(text)
}

/** Where the word for a state, a role, a kind and the like stands, by what it is called in the database. */
const shelves = [
  (value: string) => `records:value.${value}`,
  (value: string) => `staff:status.${value}`,
  (value: string) => `staff:role.${value}.name`,
  (value: string) => `staff:kind.${value}`,
  (value: string) => `staff:channel.${value}`,
  (value: string) => `staff:authority.${value}`,
  (value: string) => `staff:language.${value}`,
  (value: string) => `categories:${value}`,
  (value: string) => `records:event.${value}`,
]

function wordFor(language: Language, value: string, names: Names): string | undefined {
  const name = names.get(value)
  if (name !== undefined || !/^[a-z][a-z_-]*$/.test(value)) return name
  const spoken = speaking(language)
  const key = shelves.map((shelf) => shelf(value)).find((one) => spoken.exists(one, { lng: language }))
  return key && spoken.t(key)
}

/** An id by its beginning, as in the rest of the page; a digest whole. */
const shortened = (text: string): string => text.replace(/([\da-f]{8})-[\da-f-]{27}/g, '$1')
