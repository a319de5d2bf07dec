import type { searchAudit } from '#app/domain/audit/search-audit.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { tellDetails, wordsUnder, type Names } from './tell-audit-details.server.ts'

type Found = Awaited<ReturnType<typeof searchAudit>>

/** The lines of the audit in words: when, who, what, and to what. `known` names the ids that details may hold. */
export function tellAudit(language: Language, { lines, more }: Found, known: Names) {
  const t = words(language)
  const names = eventNames(language)
  return {
    lines: lines.map(({ id, at, event, personName, subject, ref, details, linked }) => ({
      ...{ id, linked },
      at: `${formatDay(language, at)} ${formatTime(language, at)}`,
      what: names[event] ?? event,
      who: personName ?? t(`records:audit.${details.by === 'operator' ? 'operator' : 'nobody'}`),
      about: ref ?? subject.replace(/:(.{8})-.*/, ':$1'),
      to: ref && paths.staffSubmission(ref),
      details: tellDetails(language, details, known),
    })),
    last: more ? lines.at(-1)?.id : undefined,
  }
}

/** Every event by name, to choose from. */
export const auditEvents = (language: Language): { value: string; label: string }[] =>
  Object.entries(eventNames(language))
    .map(([value, label]) => ({ value, label }))
    .sort((one, other) => one.label.localeCompare(other.label, language))

const eventNames = (language: Language) => wordsUnder(language, 'event')
