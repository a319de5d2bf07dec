import { words } from '#app/i18n/catalogues.server.ts'
import { formatNearDay, stockholmDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** By when somebody has to act, in words: a day that has passed, today, or one to come. */
export type ShownDue = { text: string; state: 'late' | 'today' | 'later' }

/** A day by which somebody has to act, as it is told; undefined where no clock runs. */
export function dueInWords(language: Language, dueOn: string | null, now = new Date()): ShownDue | undefined {
  if (dueOn === null) return undefined
  const today = stockholmDay(now)
  const state = dueOn < today ? 'late' : dueOn === today ? 'today' : 'later'
  return { text: words(language)(`staff:due.${state}`, { day: formatNearDay(language, dueOn, now) }), state }
}
