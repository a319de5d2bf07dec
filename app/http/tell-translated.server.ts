import type { Translated } from '#db/schema/shared.ts'
import { pick, type Language } from '#app/i18n/languages.ts'

type Text = { text: string; lang: string }

/** A text in the reader's language; where that one is older than the Swedish, the Swedish goes with it, to be shown too. */
export function tellTranslated(
  language: Language,
  text: Translated,
  staleIn: readonly string[],
): Text & { swedish?: Text } {
  const shown = pick(text, language)
  const isOlder = shown.lang !== 'sv' && staleIn.includes(shown.lang)
  return isOlder ? { ...shown, swedish: { text: text.sv, lang: 'sv' } } : shown
}
