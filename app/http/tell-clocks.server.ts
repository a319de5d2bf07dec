import type { Clocks, Deadline } from '#app/domain/submissions/clocks.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNearDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** A promise in words, and whether its day has passed. */
export type ToldClock = { text: string; late: boolean }

/** By when something happens, in words; what is late is said to be. */
export function tellClocks(language: Language, { reading, answer }: Clocks, now: Date): ToldClock[] {
  const t = words(language)
  const told = (what: 'reading' | 'answer', { by, late }: Deadline): ToldClock => ({
    text: t(`follow:clock.${what}${late ? 'Late' : ''}`, { day: formatNearDay(language, by, now) }),
    late,
  })
  const lines: ToldClock[] = reading ? [told('reading', reading)] : []
  if (answer === 'stands') lines.push({ text: t('follow:clock.stands'), late: false })
  else if (answer === 'no-day') lines.push({ text: t('follow:clock.noDay'), late: false })
  else if (answer) lines.push(told('answer', answer))
  return lines
}
