import type { Status } from '#db/schema/submissions.ts'
import type { TipStatus } from '#db/schema/tips.ts'
import type { tipUnderCode } from '#app/domain/tips/tip-under-code.server.ts'
import { isLeftUnopened } from '#app/domain/tips/unopened.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { momentInWords } from './receipt.server.ts'

type Sealed = NonNullable<Awaited<ReturnType<typeof tipUnderCode>>>

/** The state of any other case that is drawn in the same tone. */
const drawnAs: Record<TipStatus, Status> = { received: 'received', opened: 'in_progress', closed: 'closed' }

/**
 * The case page of what is sealed: it looks as that of any case, and shows where it stands and what staff wrote. What it
 * is about, where, and what she wrote herself stay off the screen, whoever looks over her shoulder.
 */
export function sealedCase(language: Language, tip: Sealed, now: Date) {
  const t = words(language)
  const { ref, status, receivedOn, example, proof } = tip
  return {
    status: drawnAs[status],
    label: t(`follow:sealed.label.${status}`),
    meaning: t(`follow:sealed.meaning.${status}`),
    next: t(`follow:sealed.next.${status}`),
    clocks: isLeftUnopened(tip, now) ? [{ text: t('follow:sealed.unopened'), late: true }] : [],
    rating: undefined,
    reopening: undefined,
    takesBell: false,
    bell: undefined,
    languages: undefined,
    proof: { line: proof.line, receivedAt: momentInWords(language, proof.receivedAt) },
    example,
    facts: { ref, sentOn: formatDay(language, receivedOn) },
    published: undefined,
    commitments: [],
    sealed: true,
    events: eventsOf(language, tip),
  }
}

type Event = { on: string; day: string; time: string } & (
  { kind: 'noted'; text: string } | { kind: 'told'; body: string; signedAs: { text: string; lang: string } | undefined }
)

/** What has happened, by day: it came, it was opened, who wrote, it was closed. */
function eventsOf(language: Language, { receivedOn, openedOn, closedOn, messages }: Sealed) {
  const t = words(language)
  const noted = (on: string | null, text: string): Event[] =>
    on === null ? [] : [{ on, kind: 'noted', text, day: formatDay(language, on), time: '' }]
  const written = messages.flatMap(({ sentOn, told }): Event[] => {
    if (!told) return noted(sentOn, t('follow:sealed.wrote'))
    const at = new Date(told.at)
    const signedAs = told.signedAs && pick(told.signedAs, language)
    const when = { day: formatDay(language, at), time: formatTime(language, at) }
    return [{ on: sentOn, kind: 'told', body: told.body, signedAs, ...when }]
  })
  const events = [
    ...noted(receivedOn, t('follow:sealed.label.received')),
    ...noted(openedOn, t('follow:sealed.label.opened')),
    ...written,
    ...noted(closedOn, t('follow:sealed.label.closed')),
  ]
  return events.sort((one, other) => one.on.localeCompare(other.on)).map(({ on: _, ...event }) => event)
}
