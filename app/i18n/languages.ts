/**
 * The languages of the portal. One row adds a language; its catalogue is the folder locales/<tag>. A language is
 * `reviewed` when a native speaker has read its texts on danger, law and receipt: until then its pages say so, and
 * production does not offer it.
 */
export const languages = {
  sv: { name: 'Svenska', dir: 'ltr', format: 'sv-SE', reviewed: true },
  en: { name: 'English', dir: 'ltr', format: 'en-GB', reviewed: false },
  ar: { name: 'العربية', dir: 'rtl', format: 'ar-u-ca-gregory-nu-latn', reviewed: false },
  so: { name: 'Soomaali', dir: 'ltr', format: 'so', reviewed: false },
} as const satisfies Record<string, { name: string; dir: 'ltr' | 'rtl'; format: string; reviewed: boolean }>

export type Language = keyof typeof languages
export const languageTags = Object.keys(languages) as Language[]

/** Staff work in these. */
export const staffLanguages = ['sv', 'en'] as const satisfies readonly Language[]

/** True when the portal is offered in the language. */
export const isLanguage = (tag: string | undefined): tag is Language =>
  tag !== undefined && Object.hasOwn(languages, tag)

/** The language of an address of ours (/{lang}/…), or undefined where it names none. */
export function languageOfPath(pathname: string): Language | undefined {
  const tag = pathname.split('/')[1]
  return isLanguage(tag) ? tag : undefined
}

/** A text in a language it has: the one asked for, else the Swedish, which counts; tells which it is. */
export function pick(
  text: { sv: string } & Partial<Record<string, string>>,
  language: string,
): { text: string; lang: string } {
  const own = text[language]
  return own ? { text: own, lang: language } : { text: text.sv, lang: 'sv' }
}
