import { writtenLanguages } from '#app/domain/submissions/written-languages.ts'
import { languageNames } from '#app/i18n/language-names.ts'
import { offeredLanguages } from './request.server.ts'

/** The languages that a resident can be answered in and may have written in, by their own names, and which are chosen. */
export const tellLanguages = ({ language, writtenIn }: { language: string; writtenIn: string | null }) => ({
  language,
  writtenIn: writtenIn ?? '',
  offered: offeredLanguages().map((tag) => ({ tag, name: languageNames[tag] })),
  written: writtenLanguages.map((tag) => ({ tag, name: languageNames[tag] })),
})
