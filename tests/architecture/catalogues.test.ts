import { describe, expect, test } from 'vitest'
import { languages, languageTags, staffLanguages, type Language } from '#app/i18n/languages.ts'
import { isForStaff, isPluralForm, nounsOf, otherLanguages, textsOf, withoutForm } from './catalogue.ts'

const languagesOf = (noun: string): readonly Language[] => (isForStaff(noun) ? staffLanguages : languageTags)

/** The forms that a language needs of a text that is counted, by CLDR. */
const formsOf = (language: Language) =>
  new Intl.PluralRules(languages[language].format).resolvedOptions().pluralCategories

/** The keys that a language must have of a noun: those of Swedish, each counted text in the language's own forms. */
function keysFor(language: Language, noun: string): string[] {
  const keys = [...textsOf('sv', noun).keys()]
  const plain = keys.filter((key) => !isPluralForm(key))
  const counted = new Set(keys.filter(isPluralForm).map(withoutForm))
  return [...plain, ...[...counted].flatMap((key) => formsOf(language).map((form) => `${key}_${form}`))].sort()
}

/** What is filled in, in the order of the alphabet. */
const variablesIn = (text: string): string[] =>
  [...new Set([...text.matchAll(/\{\{\s*-?\s*(\w+)/g)].map(([, name]) => name!))].sort()

/** Words for one person that say which gender, in the languages of the back office. */
const gendered: Record<(typeof staffLanguages)[number], RegExp> = {
  sv: /(?<!\p{L})(hon|henne|hennes|han|honom|hans)(?!\p{L})/iu,
  en: /\b(she|hers?|herself|he|him|his|himself)\b/i,
}

test('every language has the catalogues it needs and no others', () => {
  for (const language of languageTags) {
    const needed = nounsOf('sv').filter((noun) => languagesOf(noun).includes(language))
    expect(nounsOf(language), language).toEqual(needed)
  }
})

describe.each(nounsOf('sv'))('the catalogue %s', (noun) => {
  test.each(languagesOf(noun))('has every key and every plural form in %s, and no others', (language) => {
    expect([...textsOf(language, noun).keys()].sort()).toEqual(keysFor(language, noun))
  })

  test.each(languagesOf(noun))('has no empty text, loose space or change of direction in %s', (language) => {
    const wrong = [...textsOf(language, noun)].filter(
      ([, text]) => text.trim() !== text || text === '' || /[\u202A-\u202E]/.test(text),
    )
    expect(wrong).toEqual([])
  })

  test.each(staffLanguages)('takes nobody for a woman or a man in %s', (language) => {
    const wrong = [...textsOf(language, noun)].filter(([, text]) => gendered[language].test(text))
    expect(wrong).toEqual([])
  })

  test.each(otherLanguages.filter((tag) => languagesOf(noun).includes(tag)))(
    'fills in the same things in %s as in Swedish',
    (language) => {
      const swedish = textsOf('sv', noun)
      const wrong = [...textsOf(language, noun)].filter(([key, text]) => {
        const source = swedish.get(key) ?? swedish.get(`${withoutForm(key)}_other`) ?? ''
        // "One person" and "two people" may be words: the number itself is needed only where it can be any.
        const bare = (names: string[]) => (/_(zero|one|two)$/.test(key) ? names.filter((it) => it !== 'count') : names)
        return bare(variablesIn(text)).join() !== bare(variablesIn(source)).join()
      })
      expect(wrong).toEqual([])
    },
  )
})
