import { isLanguage, languages, languageTags } from './languages.ts'

type Texts = Partial<Record<string, string>>

/** A text in every language it has, the source first, each with its name; the database keeps them in an order of its own. */
export const textsOf = (text: Texts): { lang: string; name: string; text: string }[] =>
  [...new Set([...languageTags, ...Object.keys(text)])].flatMap((lang) =>
    text[lang] ? [{ lang, name: isLanguage(lang) ? languages[lang].name : lang, text: text[lang] }] : [],
  )
