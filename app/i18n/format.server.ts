import { languages, type Language } from './languages.ts'

const timeZone = 'Europe/Stockholm'

const formatter = (language: Language, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(languages[language].format, { timeZone, ...options })

/** Midday of a calendar day, so that no time zone moves it. */
const asDate = (when: Date | string): Date =>
  typeof when === 'string' ? new Date(`${when.slice(0, 10)}T12:00:00Z`) : when

/** "23 november 2026". Takes a moment or a day (YYYY-MM-DD); days are those of Stockholm. */
export const formatDay = (language: Language, when: Date | string): string =>
  formatter(language, { dateStyle: 'long' }).format(asDate(when))

/** "måndag 23 november 2026". */
export const formatWeekday = (language: Language, when: Date | string): string =>
  formatter(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(asDate(when))

/** "torsdag 17 december"; the year too when it is not the year of `now`. */
export function formatNearDay(language: Language, when: Date | string, now: Date): string {
  const far = stockholmDay(asDate(when)).slice(0, 4) !== stockholmDay(now).slice(0, 4)
  const near = { weekday: 'long', day: 'numeric', month: 'long' } as const
  return far ? formatWeekday(language, when) : formatter(language, near).format(asDate(when))
}

/** "18:00", in the 24-hour clock that Swedish notices use in every language. */
export const formatTime = (language: Language, when: Date): string =>
  formatter(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(when)

/** "november 2026". */
export const formatMonth = (language: Language, when: Date | string): string =>
  formatter(language, { month: 'long', year: 'numeric' }).format(asDate(when))

/** Making one of these costs more than all else on a form, so each language's is kept. */
const numbers = new Map<Language, Intl.NumberFormat>()

/** "3 500". */
export function formatNumber(language: Language, value: number): string {
  const known = numbers.get(language) ?? new Intl.NumberFormat(languages[language].format)
  numbers.set(language, known)
  return known.format(value)
}

/** "3 500"; of what is counted no further, "999+". */
export const formatCount = (language: Language, { count, more }: { count: number; more: boolean }): string =>
  `${formatNumber(language, count)}${more ? '+' : ''}`

/** "Polisen och Fältenheten". */
export const formatList = (language: Language, items: string[]): string =>
  new Intl.ListFormat(languages[language].format, { type: 'conjunction' }).format(items)

/** The calendar day in Stockholm, YYYY-MM-DD. */
export const stockholmDay = (when: Date): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(when)
