import type { Booking } from '#app/domain/dialogues/bookings.server.ts'
import type { Dialogue } from '#app/domain/dialogues/queries.server.ts'
import type { BookingChange } from '#app/domain/queue.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatNumber, formatTime, formatWeekday } from '#app/i18n/format.server.ts'
import { isLanguage, languages, pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { settings } from '#app/settings.server.ts'
import type { Mail } from './mail.ts'

type About = { booking: Booking; dialogue: Dialogue; token: string }

/**
 * Tells a person what happened to her booking, first of all in the subject, in her language, with the link to it.
 * Nothing that was typed in the form is repeated: the address may be somebody else's.
 */
export function bookingMail(to: string, change: BookingChange, about: About): Mail {
  const { booking, dialogue, token } = about
  const language = isLanguage(booking.language) ? booking.language : 'sv'
  const t = words(language)
  const what = change === 'booked' ? booking.state : change
  const title = isolated(language, pick(dialogue.title, language).text)
  const text = [
    t(`mail:booking.${what}.lead`),
    change === 'changed' ? standing(language, booking) : '',
    '',
    ...facts(language, about),
    '',
    t('mail:booking.link'),
    settings().baseUrl + paths.booking(language, token),
    t('mail:booking.secret'),
    '',
    ...further(language, about),
    '',
    t('mail:automatic'),
    '',
  ]
  const subject = t(`mail:booking.${what}.subject`, { title, day: formatDay(language, dialogue.startsAt) })
  return { to, subject, text: text.join('\n').replace(/\n{3,}/g, '\n\n'), language }
}

const standing = (language: Language, { placeInLine }: Booking): string =>
  placeInLine === null
    ? words(language)('mail:booking.standing.confirmed')
    : words(language)('mail:booking.standing.waitlisted', { place: formatNumber(language, placeInLine) })

function facts(language: Language, { booking, dialogue }: About): string[] {
  const t = words(language)
  const { startsAt, endsAt, placeName, address } = dialogue
  const [from, to] = [formatTime(language, startsAt), formatTime(language, endsAt)]
  return [
    pick(dialogue.title, language).text,
    t('mail:booking.when', { day: formatWeekday(language, startsAt), from, to }),
    t('mail:booking.where', { place: isolated(language, [placeName, address].filter(Boolean).join(', ')) }),
    t('mail:booking.party', { count: booking.partySize }),
  ]
}

/** A name inside a sentence that runs from right to left, kept from mixing with the numbers beside it. */
const isolated = (language: Language, text: string): string =>
  languages[language].dir === 'rtl' ? `\u2068${text}\u2069` : text

/** The calendar file for whoever has a seat, the page about the dialogue for the others. */
function further(language: Language, { booking, dialogue }: About): string[] {
  const t = words(language)
  const { baseUrl } = settings()
  return booking.state === 'confirmed'
    ? [t('mail:booking.calendar'), baseUrl + paths.dialogueCalendar(dialogue.slug)]
    : [t('mail:booking.dialogue'), baseUrl + paths.dialogue(language, dialogue.slug)]
}
