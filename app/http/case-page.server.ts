import type { Status } from '#db/schema/submissions.ts'
import type { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** While the city owes an answer and does not wait for the resident. */
const underTheClock: readonly Status[] = ['received', 'screening', 'in_progress']

type Thread = NonNullable<Awaited<ReturnType<typeof threadUnderCode>>>

/** A resident's own submission as her page shows it: every date and list in the words of her language. */
export function casePage(language: Language, thread: Thread) {
  const { submission, commitments } = thread
  const t = words(language)
  const { status, category, ref, registrationNumber, receivingAuthority, example, publishedAt } = submission
  return {
    status,
    label: t(`statuses:${status}`),
    meaning: t(`statuses:meaning.${status}`),
    next: t(`statuses:next.${status}`),
    hasClock: receivingAuthority === 'goteborg' && underTheClock.includes(status),
    example,
    facts: {
      ref,
      registrationNumber,
      category: t(`categories:${category}`),
      authority: t(`follow:authority.${receivingAuthority}`),
      sentOn: formatDay(language, submission.createdAt),
      place: submission.placeName ? `${submission.placeName}, ${submission.areaName}` : submission.areaName,
      placeNote: submission.placeNote,
    },
    published: publishedAt ? paths.submission(language, ref) : undefined,
    commitments: commitments.map(({ slug, title }) => ({
      to: paths.commitment(language, slug),
      title: pick(title, language),
    })),
    events: eventsOf(language, thread),
  }
}

type When = { at: Date; day: string; time: string }
type Happened = When &
  (
    | { kind: 'said'; body: string }
    | { kind: 'told'; body: string; signedAs: Text | undefined }
    | { kind: 'answered'; changed: boolean; audience: 'public' | 'resident'; body: Text; signedAs: Text }
    | { kind: 'moved'; label: string; reason: string }
  )
type Text = { text: string; lang: string }

/** All that has happened, oldest first: what she wrote, what staff wrote, the official answers and each move. */
function eventsOf(language: Language, { submission, messages, responses, moves }: Thread): Happened[] {
  const t = words(language)
  const when = (at: Date): When => ({ at, day: formatDay(language, at), time: formatTime(language, at) })
  const events: Happened[] = [
    { kind: 'said', body: submission.body, ...when(submission.createdAt) },
    ...moves.map(({ toStatus, reason, movedAt }) => ({
      ...{ kind: 'moved' as const, label: t(`statuses:${toStatus}`), reason },
      ...when(movedAt),
    })),
    ...messages.map(({ sender, signedAs, body, sentAt }) => {
      const signature = signedAs ? pick(signedAs, language) : undefined
      const event = sender === 'resident' ? { kind: 'said' as const } : { kind: 'told' as const, signedAs: signature }
      return { ...event, body, ...when(sentAt) }
    }),
    ...responses.map(({ version, body, signedAs, audience, givenAt }) => ({
      ...{ kind: 'answered' as const, changed: version > 1, audience },
      ...{ body: pick(body, language), signedAs: pick(signedAs, language) },
      ...when(givenAt),
    })),
  ]
  return events.sort((one, other) => one.at.getTime() - other.at.getTime())
}
