import fc from 'fast-check'
import { expect, test } from 'vitest'
import { likeness, partsOf } from '#app/domain/submissions/likeness.ts'
import { anyText } from '../../support/any-text.ts'

const between = (one: string, other: string) => likeness(partsOf(one), partsOf(other))

test('capitals and signs make no difference, other words do', () => {
  expect(between('Lampan är TRASIG!!!', 'lampan är trasig')).toBe(1)
  expect(between('الشارع مظلم جدا', 'الشارع مظلم جدا!')).toBe(1)
  expect(between('Lampan är trasig', 'Bilen står kvar')).toBeLessThan(0.2)
  expect(between('😡', '😡')).toBe(0)
})

test.each([
  ['Mörkt på gångvägen', 'morkt pa gangvagen'],
  ['المِصْباحُ مَكْسورٌ', 'المصباح مكسور'],
  ['إضاءة على المدرسة', 'اضاءه علي المدرسه'],
  ['کوچه تاریک است', 'كوچه تاريك است'],
  ['Sokağın lambası kırık', 'sokagin lambasi kirik'],
])('diacritics, and letters that are written in two ways, make no difference: %s', (one, other) => {
  expect(between(one, other)).toBe(1)
})

test('the order of words makes no difference, in any script', () => {
  expect(between('lampan är trasig', 'trasig är lampan')).toBe(1)
  expect(between('الشارع مظلم جدا', 'جدا مظلم الشارع')).toBe(1)
  expect(between('መብራህቲ ተሰቢሩ', 'ተሰቢሩ መብራህቲ')).toBe(1)
  expect(between('መብራህቲ ተሰቢሩ', 'ገረብ ክቑረጽ ኣለዎ')).toBe(0)
})

test('whatever is written, likeness lies between nothing and the same, both ways alike', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const found = between(one, other)
      expect(found).toBeGreaterThanOrEqual(0)
      expect(found).toBeLessThanOrEqual(1)
      expect(between(other, one)).toBe(found)
    }),
  )
})
