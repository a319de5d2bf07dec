import { expect, test } from 'vitest'
import { formatDay, formatList, formatNumber, formatTime, stockholmDay } from '#app/i18n/format.server.ts'
import { pick } from '#app/i18n/languages.ts'

const late = new Date('2026-11-22T23:30:00Z')

test('a day is that of Stockholm, in the words of each language', () => {
  expect(formatDay('sv', late)).toBe('23 november 2026')
  expect(formatDay('en', late)).toBe('23 November 2026')
  expect(formatDay('ar', late)).toMatch(/^23 .* 2026$/)
  expect(formatDay('so', late)).toMatch(/23.*2026/)
  expect(stockholmDay(late)).toBe('2026-11-23')
})

test('a calendar day stays the same day in every language', () => {
  for (const language of ['sv', 'en', 'ar', 'so'] as const) expect(formatDay(language, '2026-03-29')).toMatch(/29/)
})

test('times are written by the 24-hour clock and numbers with western digits', () => {
  expect(formatTime('ar', late)).toMatch(/00:30/)
  expect(formatTime('so', late)).toMatch(/00:30/)
  expect(formatNumber('sv', 3500)).toMatch(/^3\s500$/)
  expect(formatNumber('ar', 283)).toBe('283')
  expect(formatList('sv', ['Polisen', 'Fältenheten'])).toBe('Polisen och Fältenheten')
})

test('a text that a language lacks is given in Swedish, and says so', () => {
  expect(pick({ sv: 'hej', en: 'hello' }, 'en')).toEqual({ text: 'hello', lang: 'en' })
  expect(pick({ sv: 'hej', en: '' }, 'en')).toEqual({ text: 'hej', lang: 'sv' })
})
