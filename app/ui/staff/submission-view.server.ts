import type { BaseMap } from '#app/domain/areas/base-map.server.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import type { Status } from '#db/schema/submissions.ts'
import type { Translated } from '#db/schema/shared.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatList, formatTime } from '#app/i18n/format.server.ts'
import { isLanguage, languages, languageTags, pick, type Language } from '#app/i18n/languages.ts'
import { placeMap } from './place-map.server.ts'

/** What the page offers to choose from and to write in, beside the submission itself. */
export type Choices = {
  moves: Status[]
  colleagues: { id: string; name: string }[]
  organisations: { slug: string; name: string; company: boolean }[]
  pledges: { title: string; commitments: { slug: string; label: string }[] }[]
  languages: { tag: Language; name: string }[]
  can: { handle: boolean; note: boolean }
  formToken: string
  /** The mark of the public text that is shown. */
  seen: string
  organisation: string
  signsAs: string
  /** The verb that was just done, to be confirmed. */
  done: string | undefined
  base: BaseMap
}

/** Everything that the page of a submission shows to staff, worded in the language of the back office. */
export function submissionView(found: FoundForStaff, language: Language, { base, ...choices }: Choices) {
  const { id: _, original, thread, moves, notes, commitments, routings, responses, ...rest } = found
  const when = (moment: Date) => `${formatDay(language, moment)} ${formatTime(language, moment)}`
  return {
    ...choices,
    ...factsOf(rest, language),
    original: original && { ...original, ...placeOf(original, base) },
    thread: thread.map(({ sender, signedAs, body, sentAt }) => ({
      ...{ sender, body, at: when(sentAt), signedAs: signedAs && pick(signedAs, language).text },
    })),
    history: moves.map(({ toStatus, reason, movedAt, byName }) => ({
      status: toStatus,
      reason,
      at: when(movedAt),
      by: byName,
    })),
    notes: notes.map(({ id, organisation, organisationName, byName, body, sharedAt, writtenAt }) => ({
      ...{ id, body, by: byName, at: when(writtenAt), from: organisationName, shared: sharedAt !== null },
      canShare: sharedAt === null && organisation === choices.organisation,
    })),
    commitments: commitments.map(({ slug, number, title }) => ({ slug, number, title: pick(title, language) })),
    routings: routings.map(({ routedAt, ...routing }) => ({ ...routing, at: when(routedAt) })),
    answers: responses.map(({ body, signedAs, givenAt, withdrawnAt, byName, ...answer }) => ({
      ...answer,
      ...{ texts: textsOf(body), signedAs: pick(signedAs, language), by: byName },
      ...{ at: when(givenAt), withdrawn: withdrawnAt !== null },
    })),
  }
}

export type SubmissionView = ReturnType<typeof submissionView>

type Facts = Omit<
  FoundForStaff,
  'id' | 'original' | 'thread' | 'moves' | 'notes' | 'commitments' | 'routings' | 'responses'
>

function factsOf(given: Facts, language: Language) {
  const { createdAt, statusAt, publishedAt, screenedAt, language: written, ...facts } = given
  return {
    ...facts,
    written: { tag: written, name: isLanguage(written) ? languages[written].name : written },
    createdAt: `${formatDay(language, createdAt)} ${formatTime(language, createdAt)}`,
    age: ageInWords(language, createdAt),
    screened: screenedAt !== null,
    statusAt: formatDay(language, statusAt),
    publishedOn: publishedAt && formatDay(language, publishedAt),
    publicLanguages: formatList(language, languagesOf(facts.publicBody)),
  }
}

/** How old something is, in whole days. */
export function ageInWords(language: Language, moment: Date, now = Date.now()): string {
  const count = Math.max(0, Math.floor((now - moment.getTime()) / (24 * 60 * 60 * 1000)))
  return words(language)(count === 0 ? 'staff:submission.today' : 'staff:submission.age', { count })
}

const nameOf = (tag: string): string => (isLanguage(tag) ? languages[tag].name : tag)

/** The languages that a text has, the source first; the database keeps them in an order of its own. */
const tagsOf = (text: Translated): string[] =>
  [...new Set([...languageTags, ...Object.keys(text)])].filter((tag) => text[tag])
const languagesOf = (text: Translated | null): string[] => (text ? tagsOf(text).map(nameOf) : [])

const textsOf = (text: Translated) => tagsOf(text).map((lang) => ({ lang, name: nameOf(lang), text: text[lang] ?? '' }))

function placeOf({ lat, lon }: { lat: number | null; lon: number | null }, base: BaseMap) {
  if (lat === null || lon === null) return { point: null, map: null }
  return { point: `${lat.toFixed(5)}, ${lon.toFixed(5)}`, map: placeMap(base, [lat, lon]) }
}
