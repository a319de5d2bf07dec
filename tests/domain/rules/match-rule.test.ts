import { expect, test } from 'vitest'
import { factsOf, firstMatch, matches } from '#app/domain/rules/match-rule.ts'
import { ruleWith } from '../../support/make-rule.ts'

const received: Parameters<typeof factsOf>[0] = {
  ...{ areaCode: '606', category: 'lighting', kind: 'concern', writtenIn: 'so', language: 'sv' },
  ...{ body: 'Någon har KLOTTRAT på väggen.', placeNote: 'Vid Hammarkulletorget' },
  createdAt: new Date('2026-11-23T21:30:00Z'),
}
const fits = (wanted: Parameters<typeof ruleWith>[0], row = received) => matches(ruleWith(wanted), factsOf(row))

test('a rule that asks for nothing is always met', () => {
  expect(fits({})).toBe(true)
})

test('every condition must be met, and of one that asks for several any of them will do', () => {
  expect(fits({ areas: ['603', '606'], categories: ['lighting'], kinds: ['concern'] })).toBe(true)
  expect(fits({ areas: ['603'] })).toBe(false)
  expect(fits({ categories: ['litter', 'traffic'] })).toBe(false)
  expect(fits({ areas: ['606'], kinds: ['idea'] })).toBe(false)
})

test('the language is the one it is written in, and where nobody can tell the one that is wanted', () => {
  expect(fits({ languages: ['so'] })).toBe(true)
  expect(fits({ languages: ['sv'] })).toBe(false)
  expect(matches(ruleWith({ languages: ['sv'] }), factsOf({ ...received, writtenIn: null }))).toBe(true)
})

test('a word is found by its beginning, in the text or the note about the place, whatever its case', () => {
  expect(fits({ words: ['klott'] })).toBe(true)
  expect(fits({ words: ['graffiti', 'Hammarkulle'] })).toBe(true)
  expect(fits({ words: ['på väggen'] })).toBe(true)
  expect(fits({ words: ['lottrat'] })).toBe(false)
  expect(fits({ words: ['vägen'] })).toBe(false)
})

test('the time of day is Stockholm’s, from the first minute up to the last, and may go past midnight', () => {
  expect(factsOf(received).time).toBe('22:30')
  expect(fits({ fromTime: '22:30', toTime: '23:00' })).toBe(true)
  expect(fits({ fromTime: '22:00', toTime: '22:30' })).toBe(false)
  expect(fits({ fromTime: '22:00', toTime: '06:00' })).toBe(true)
  expect(fits({ fromTime: '23:00', toTime: '06:00' })).toBe(false)
})

test('of several that are met the first one counts', () => {
  const rules = [ruleWith({ name: 'andra', areas: ['603'] }), ruleWith({ name: 'den' }), ruleWith({ name: 'sist' })]
  expect(firstMatch(rules, factsOf(received))?.name).toBe('den')
  expect(firstMatch([], factsOf(received))).toBeUndefined()
})
