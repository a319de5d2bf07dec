import type { mergeSuggestions } from '#app/domain/submissions/merge-suggestions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

type Suggestion = NonNullable<Awaited<ReturnType<typeof mergeSuggestions>>>[number]

/** One that a submission may be merged into, in the words of the back office: how far away it is, and what it says. */
export function tellSuggestion(language: Language, { ref, registrationNumber, status, ...rest }: Suggestion) {
  const { areaName, createdAt, body, writtenIn, metres } = rest
  const t = words(language)
  const rounded = metres === undefined ? undefined : Math.round(metres / 10) * 10
  return {
    ...{ ref, registrationNumber, status, areaName, text: body, lang: writtenIn ?? undefined },
    createdOn: formatDay(language, createdAt),
    distance: distanceInWords(),
  }

  function distanceInWords(): string {
    if (rounded === undefined) return t('handling:merge.wholeArea')
    return rounded === 0
      ? t('handling:merge.sameSpot')
      : t('handling:merge.away', { metres: formatNumber(language, rounded) })
  }
}
