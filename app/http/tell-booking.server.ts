import type { Booking } from '#app/domain/dialogues/bookings.server.ts'
import type { Dialogue } from '#app/domain/dialogues/queries.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'

/** A booking as the person who holds its link sees it; `link` is the whole address of its page. */
export function tellBooking(
  language: Language,
  booking: Booking,
  { dialogue, link }: { dialogue: Dialogue; link: string },
) {
  const { state, name, email, partySize, needs, answers, onlineUrl } = booking
  return {
    ...{ state, name, email, partySize, needs, onlineUrl, link },
    standing: standing(language, booking),
    fewer: fewer(language, booking, dialogue),
    people: words(language)('bookings:facts.people', { count: partySize }),
    answers: dialogue.questions.flatMap(({ id, label, options }) => {
      const given = answers[id]
      if (!given) return []
      const option = options.find(({ sv }) => sv === given)
      return [{ key: id, label: pick(label, language), answer: option ? pick(option, language) : given }]
    }),
  }
}

function standing(language: Language, { state, partySize, placeInLine }: Booking): string {
  const t = words(language)
  if (state === 'confirmed') return t('bookings:state.confirmed', { count: partySize })
  return t(`bookings:state.${state}`, { place: formatNumber(language, placeInLine ?? 1) })
}

/** The first in the waiting list may take the seats that are free, if she comes with fewer. */
function fewer(language: Language, { placeInLine, partySize }: Booking, { stage, seatsLeft }: Dialogue) {
  if (placeInLine !== 1 || (stage !== 'full' && stage !== 'closed') || !seatsLeft || seatsLeft >= partySize)
    return undefined
  return words(language)('bookings:fewer', { count: seatsLeft })
}
