import { languageTags, type Language } from '#app/i18n/languages.ts'
import { filesLike, textOf } from './source.ts'

type Entries = { [key: string]: string | Entries }

const plural = /_(zero|one|two|few|many|other)$/

/** The catalogues of a language that are there. */
export const nounsOf = (language: Language): string[] =>
  filesLike(`locales/${language}/*.json`).map((file) => file.split('/').at(-1)!.replace('.json', ''))

/** Nouns whose words only staff see: they are there in the staff's languages alone. */
export const isForStaff = (noun: string): boolean =>
  [
    ...['staff', 'account', 'outbox', 'question-editor', 'tips', 'records', 'handling', 'templates', 'rules', 'keys'],
    ...['insights', 'notices', 'alarms', 'views', 'personal', 'photo-editor', 'child-reports'],
  ].includes(noun)

/** The texts of one catalogue by their whole keys: `code.wait_one`; none where the language lacks it. */
export function textsOf(language: Language, noun: string): Map<string, string> {
  if (!nounsOf(language).includes(noun)) return new Map()
  return new Map(flatten(JSON.parse(textOf(`locales/${language}/${noun}.json`)) as Entries))
}

function flatten(entries: Entries, before = ''): [string, string][] {
  return Object.entries(entries).flatMap(([key, value]): [string, string][] =>
    typeof value === 'object' ? flatten(value, `${before}${key}.`) : [[before + key, value]],
  )
}

/** The key that code names, without the suffix of a plural form. */
export const withoutForm = (key: string): string => key.replace(plural, '')

export const isPluralForm = (key: string): boolean => plural.test(key)

/** Every key that code may name, with its noun: `follow:code.wait`. Swedish is the source. */
export const sourceKeys = (): Set<string> =>
  new Set(nounsOf('sv').flatMap((noun) => [...textsOf('sv', noun).keys()].map((key) => `${noun}:${withoutForm(key)}`)))

export const otherLanguages = languageTags.filter((tag) => tag !== 'sv')
