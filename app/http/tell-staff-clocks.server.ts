import type { Clocks, Deadline } from '#app/domain/submissions/clocks.server.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatNearDay, stockholmDay } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'

type Clock = 'reading' | 'answer' | 'step' | 'back'
type ShownClock = { name: string; text: string; state: 'late' | 'today' | 'later' | 'done' | 'still' }

type At = { clocks: Clocks; now: Date }

/**
 * The clocks of a submission as they stand at `now`, as staff see them: by when it is read, or when it was; by when it is
 * first answered, or that no day is promised for that or the clock stands still, or when it was; and by when the next
 * step is taken, or it comes back from waiting. What neither runs nor was reached is left out.
 */
export function tellStaffClocks(language: Language, found: FoundForStaff, { clocks, now }: At): ShownClock[] {
  const { reading, answer, step, back } = clocks
  const t = words(language)
  const told = (clock: Clock, text: string, state: ShownClock['state']): ShownClock[] => [
    { name: t(`staff:clocks.name.${clock}`), text, state },
  ]
  const runs = (clock: Clock, { by, late }: Deadline): ShownClock[] => {
    const state = late ? 'late' : by === stockholmDay(now) ? 'today' : 'later'
    return told(clock, t(`staff:due.${state}`, { day: formatNearDay(language, by, now) }), state)
  }
  const reached = (clock: Clock, at: Date | undefined) => (at ? told(clock, formatDay(language, at), 'done') : [])
  const answered = reached('answer', found.responses.at(-1)?.givenAt)
  return [
    ...(reading ? runs('reading', reading) : reached('reading', found.moves[0]?.movedAt)),
    ...(answer === 'stands' ? told('answer', t('staff:clocks.stands'), 'still') : []),
    ...(answer === 'no-day' ? told('answer', t('staff:clocks.noDay'), 'still') : []),
    ...(typeof answer === 'object' ? runs('answer', answer) : []),
    ...(answer === undefined ? answered : []),
    ...(step ? runs('step', step) : []),
    ...(back ? runs('back', back) : []),
  ]
}
