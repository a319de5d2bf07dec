import type { Translated } from '#db/schema/shared.ts'

type Written = { text: Translated; staleIn: readonly string[] }

/**
 * The languages in which a text is older than the Swedish, once it is written anew: those whose words are the same as
 * before though the Swedish changed, or were older already. `confirmed` are those of which the writer says that they
 * still say the same. A text that was never written before has none.
 */
export function staleTranslations(
  before: Written | undefined,
  now: Translated,
  confirmed: readonly string[] = [],
): string[] {
  if (!before) return []
  const swedishChanged = before.text.sv !== now.sv
  return Object.keys(now)
    .filter((tag) => tag !== 'sv' && now[tag] === before.text[tag] && !confirmed.includes(tag))
    .filter((tag) => swedishChanged || before.staleIn.includes(tag))
    .sort()
}

/** Title and text as one, by language, to be compared as such. */
export const asOneText = (title: Translated, body: Translated): Translated => {
  const tags = new Set([...Object.keys(title), ...Object.keys(body)])
  return Object.fromEntries(
    [...tags].map((tag) => [tag, JSON.stringify([title[tag] ?? '', body[tag] ?? ''])]),
  ) as Translated
}
