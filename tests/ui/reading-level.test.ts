import { expect, test } from 'vitest'
import { readingLevel, wordsIn } from '../support/reading-level.ts'

test('a text of short words and sentences is easy, one of an authority is not', () => {
  const easy = Array.from({ length: 10 }, () => 'Vi bor här. Du kan ringa oss.')
  expect(readingLevel(easy).lix).toBe(4)
  const hard = ['Kommunstyrelsens förvaltningsövergripande trygghetssamordningsfunktion ansvarar därutöver.']
  expect(readingLevel(Array.from({ length: 10 }, () => hard[0]!)).lix).toBe(105)
})

test('a label makes no page easier, and few words have no level', () => {
  const text = Array.from({ length: 10 }, () => 'Vi svarar inom fyra veckor när det går.')
  expect(readingLevel([...text, 'E-post', 'Skicka', 'Nej']).lix).toBe(readingLevel(text).lix)
  expect(readingLevel(['Vi svarar inom fyra veckor.']).lix).toBeUndefined()
})

test('the longest sentence is found wherever it stands', () => {
  const { longest } = readingLevel(['Ring 112. Du kan också ringa oss på dagen.', 'Skicka'])
  expect(longest).toBe('Du kan också ringa oss på dagen.')
  expect(wordsIn(longest)).toHaveLength(7)
})
