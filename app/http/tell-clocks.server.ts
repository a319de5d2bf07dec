import type { Clocks, Deadline } from '#app/domain/submissions/clocks.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNearDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

/** A promise in words, and whether its day has passed. */
export type ToldClock = { text: string; late: boolean }

/** By when something happens, in words; what is late is said to be. */
export function tellClocks(language: Language, { reading, answer, step, back }: Clocks, now: Date): ToldClock[] {
  const t = words(language)
  const told = (what: 'reading' | 'answer' | 'step' | 'outside' | 'back', { by, late }: Deadline): ToldClock => ({
    text: t(`follow:clock.${what}${late ? 'Late' : ''}`, { day: formatNearDay(language, by, now) }),
    late,
  })
  const lines: ToldClock[] = reading ? [told('reading', reading)] : []
  if (answer === 'stands') lines.push({ text: t('follow:clock.stands'), late: false })
  else if (answer === 'no-day') lines.push({ text: t('follow:clock.noDay'), late: false })
  else if (answer) lines.push(told('answer', answer))
  if (back) lines.push(told('back', back))
  if (step && !isAnswer(step, answer)) lines.push(told(step.outside && !step.late ? 'outside' : 'step', step))
  return lines
}

/** The answer is the next step where it is promised no later. */
const isAnswer = (step: Deadline, answer: Clocks['answer']): boolean =>
  typeof answer === 'object' && !answer.late && answer.by <= step.by
