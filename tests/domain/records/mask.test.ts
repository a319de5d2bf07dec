import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mask, maskedText, maskWords, passagesOf } from '#app/domain/records/mask.ts'

const text = 'Jag heter Anna Ek. Jag bor på Gata 4.\nLampan är trasig! Ring mig.'
const none = { passages: new Set<string>(), words: [] }

test('a text is offered sentence by sentence, and stays in its paragraphs', () => {
  const passages = passagesOf('body', text)
  expect(passages.map(({ id, text: sentence }) => [id, sentence])).toEqual([
    ['body.0', 'Jag heter Anna Ek.'],
    ['body.1', 'Jag bor på Gata 4.'],
    ['body.2', 'Lampan är trasig!'],
    ['body.3', 'Ring mig.'],
  ])
  expect(maskedText('body', text, none)).toBe(text)
})

test('a sentence that is masked is as wide as any other', () => {
  const masked = maskedText('body', text, { passages: new Set(['body.0', 'body.3', 'note.1']), words: [] })
  expect(masked).toBe(`${mask} Jag bor på Gata 4.\nLampan är trasig! ${mask}`)
})

test.each([
  ['Anna Ek', 'Jag heter ANNA EK.', `Jag heter ${mask}.`],
  ['Anna Ek', 'anna\nek, Anna  Ek', `${mask}, ${mask}`],
  ['Anna', 'An\u00ADna och A\u200Bnna', `${mask} och ${mask}`],
  ['Åsa', 'A\u030Asa ringde', `${mask} ringde`],
  ['070-123 45 67', 'Ring 070-123 45 67!', `Ring ${mask}!`],
  ['a.b', 'a.b men axb', `${mask} men axb`],
  ['$1 (x)', 'Det kostar $1 (x)', `Det kostar ${mask}`],
  ['علي', 'اسمه علي هنا', `اسمه ${mask} هنا`],
])('%s is masked however it is written', (word, written, shown) => {
  expect(maskWords(written, [word])).toBe(shown)
})

test('a longer word is masked before one that is part of it', () => {
  expect(maskWords('Anna Ek och Anna', ['Anna', 'Anna Ek'])).toBe(`${mask} och ${mask}`)
})

test('whatever is asked to be masked is not in what is given out', () => {
  const word = fc.stringMatching(/^[a-zåäö]{3,12}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), fc.nat(19), (all, which) => {
      const hidden = all[which % all.length]!
      const shown = maskedText('body', `${all.join(' ')}.`, { passages: new Set(), words: [hidden] })
      expect(shown.toLowerCase()).not.toContain(hidden)
    }),
  )
})
