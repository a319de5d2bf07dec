import { findBellUnderCode } from '#app/domain/bells/bell-under-code.server.ts'
import { clocksOf } from '#app/domain/submissions/clocks.server.ts'
import { proofUnderCode } from '#app/domain/submissions/proof.server.ts'
import { isReopenable, reopenableUntil } from '#app/domain/submissions/reopening.server.ts'
import type { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatNearDay, formatTime } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { tellOutside } from './passing-on.server.ts'
import { momentInWords } from './receipt.server.ts'
import { answersInWords, type AnswerInWords } from './tell-answers.server.ts'
import { tellBell } from './tell-bell.server.ts'
import { tellClocks } from './tell-clocks.server.ts'
import { tellLanguages } from './tell-languages.server.ts'
import { tellTranslated } from './tell-translated.server.ts'
import { tellWentOn } from './tell-went-on.server.ts'

type Thread = NonNullable<Awaited<ReturnType<typeof threadUnderCode>>>

/**
 * A resident's own submission, under her code (given as its hash), as her page shows it at `now`: every date and list in
 * the words of her language.
 */
export async function casePage(language: Language, hash: string, { thread, now }: { thread: Thread; now: Date }) {
  const { submission, commitments } = thread
  const t = words(language)
  const { status, category, ref, registrationNumber, receivingAuthority, example, publishedAt } = submission
  const proof = await proofUnderCode(hash)
  return {
    status,
    label: t(`statuses:${status}`),
    meaning: t(`statuses:meaning.${status}`),
    next: t(`statuses:next.${status}`),
    clocks: tellClocks(language, clocksOf({ ...submission, moves: thread.moves, thread: thread.messages }, now), now),
    rating: ratingOf(thread),
    reopening: reopeningOf(language, thread, now),
    takesBell: true,
    bell: tellBell(language, await findBellUnderCode(hash)),
    languages: tellLanguages(submission),
    proof: proof && { line: proof.line, receivedAt: momentInWords(language, proof.receivedAt) },
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
    wentOn: thread.wentOn && tellWentOn(language, thread.wentOn),
    events: await eventsOf(language, thread),
  }
}

/** The version of the answer that is rated, and what was said of it; none while there is no answer. */
function ratingOf({ submission, responses, ratings }: Thread) {
  const [latest] = responses
  if (!latest || submission.kind === 'tip') return undefined
  return { version: latest.version, heard: ratings.find(({ version }) => version === latest.version)?.heard }
}

/** Until when it can be asked that the case is opened again, in words, and whether that day has passed. */
function reopeningOf(language: Language, { submission }: Thread, now: Date) {
  const until = reopenableUntil(submission)
  if (until === undefined) return undefined
  return { until: formatNearDay(language, until, now), open: isReopenable(submission, now) }
}

type When = { at: Date; day: string; time: string }
type Happened = When &
  (
    | { kind: 'said'; body: string; answers: AnswerInWords[]; photos: StripPhoto[] }
    | { kind: 'told'; body: string; signedAs: Text | undefined }
    | { kind: 'answered'; changed: boolean; audience: 'public' | 'resident'; body: Translation; signedAs: Text }
    | { kind: 'noted'; text: string }
    | { kind: 'moved'; label: string; reason: string; outside: ReturnType<typeof tellOutside> | undefined }
  )
type Text = { text: string; lang: string }
type Translation = ReturnType<typeof tellTranslated>

/** All that has happened, oldest first: what she wrote, what staff wrote, the official answers and each move. */
async function eventsOf(language: Language, thread: Thread): Promise<Happened[]> {
  const { submission, messages, responses, withdrawn, moves } = thread
  const t = words(language)
  const when = (at: Date): When => ({ at, day: formatDay(language, at), time: formatTime(language, at) })
  const events: Happened[] = [
    {
      ...{ kind: 'said', body: submission.body, photos: photosWith(language, thread, null) },
      answers: await answersInWords(language, submission.category, submission.answers),
      ...when(submission.createdAt),
    },
    ...moves.map(({ toStatus, reason, outside, movedAt }) => ({
      ...{ kind: 'moved' as const, label: t(`statuses:${toStatus}`), reason },
      outside: outside ? tellOutside(language, outside) : undefined,
      ...when(movedAt),
    })),
    ...messages.map(({ id, sender, signedAs, body, sentAt }) =>
      sender === 'resident'
        ? { kind: 'said' as const, body, answers: [], photos: photosWith(language, thread, id), ...when(sentAt) }
        : { kind: 'told' as const, body, signedAs: signedAs ? pick(signedAs, language) : undefined, ...when(sentAt) },
    ),
    ...withdrawn.map(({ withdrawnAt }) => ({
      ...{ kind: 'noted' as const, text: t('follow:thread.withdrawn') },
      ...when(withdrawnAt ?? submission.createdAt),
    })),
    ...responses.map(({ version, body, staleIn, signedAs, audience, givenAt }) => ({
      ...{ kind: 'answered' as const, changed: version > 1, audience },
      ...{ body: tellTranslated(language, body, staleIn), signedAs: pick(signedAs, language) },
      ...when(givenAt),
    })),
  ]
  return events.sort((one, other) => one.at.getTime() - other.at.getTime())
}

type StripPhoto = { src: string; width: number; height: number }

/** The photos that came with one message, or with the first text. */
const photosWith = (language: Language, { photos }: Thread, message: string | null): StripPhoto[] =>
  photos
    .filter(({ messageId }) => messageId === message)
    .map(({ id, width, height }) => ({ src: paths.followPhoto(language, id), width, height }))
