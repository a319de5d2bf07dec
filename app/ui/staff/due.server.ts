import { words } from '#app/i18n/catalogues.server.ts'
import { formatNearDay, stockholmDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** By when somebody has to act, in words: a day that has passed, today, or one to come. */
export type ShownDue = { text: string; state: 'late' | 'today' | 'later' }

/** A day by which somebody has to act, as it is told, and by how many days it has passed; undefined where no clock runs. */
export function dueInWords(language: Language, dueOn: string | null, now = new Date()): ShownDue | undefined {
  if (dueOn === null) return undefined
  const today = stockholmDay(now)
  const t = words(language)
  if (dueOn < today) {
    const count = Math.round((Date.parse(today) - Date.parse(dueOn)) / (24 * 60 * 60 * 1000))
    return { text: t('staff:due.lateBy', { count }), state: 'late' }
  }
  const state = dueOn === today ? 'today' : 'later'
  return { text: t(`staff:due.${state}`, { day: formatNearDay(language, dueOn, now) }), state }
}
