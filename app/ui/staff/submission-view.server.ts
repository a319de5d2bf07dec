import type { BaseMap } from '#app/domain/areas/base-map.server.ts'
import type { Findings } from '#app/domain/personal/findings-in.server.ts'
import type { Piece } from '#app/domain/personal/pieces-of.ts'
import type { FoundForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import type { Priority, Status } from '#db/schema/submissions.ts'
import type { Translated } from '#db/schema/shared.ts'
import type { Authority } from '#db/schema/staff.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatList, formatTime } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { textsOf } from '#app/i18n/texts-of.ts'
import { paths } from '#app/paths.ts'
import { mergedView } from '../handling/merged-view.server.ts'
import { placeMap } from './place-map.server.ts'

type Text = { text: string; lang: string }
type ToldPlans = {
  waiting: {
    id: string
    act: 'answer' | 'publish'
    /** Where it is one of many that are answered together. */
    batch: string | null
    what: string
    by: string | null
    own: boolean
    answer: { audience: 'public' | 'resident'; texts: { lang: string; name: string; text: string }[] } | undefined
    needsSecond: boolean
    second: string | null
  }[]
  failed: { act: 'answer' | 'publish'; batch: string | null; reason: string; at: string } | undefined
}
type Draft = { fields: Record<string, string>; saved: string }

/** One clock of a submission: what it is about, how it stands in words, and how it stands. */
export type ShownClock = { name: string; text: string; state: 'late' | 'today' | 'later' | 'done' | 'still' }

/** What the page offers to choose from and to write in, beside the submission itself. */
export type Choices = {
  moves: Status[]
  /** Whether it can be merged into another, handed over to the other authority, or its resident sent elsewhere. */
  mergeable: boolean
  handsOverTo: Authority | undefined
  redirectable: boolean
  colleagues: { id: string; name: string }[]
  priorities: readonly Priority[]
  organisations: { slug: string; name: string; company: boolean }[]
  pledges: { title: string; commitments: { slug: string; label: string }[] }[]
  languages: { tag: Language; name: string }[]
  can: { handle: boolean; note: boolean; markSecret: boolean; disclose: boolean }
  /** Where an officer seals it as a tip. */
  sealAt: string | undefined
  /** The languages that a text may be written in. */
  writtenLanguages: readonly string[]
  formToken: string
  /** By when we do what, in words; nothing for who does not handle it. */
  clocks: ShownClock[]
  /** Whether the resident can be waited for once she is written to. */
  canWait: boolean
  /**
   * The day of the next step, or on which it comes back, and whether somebody outside can be waited for; nothing where
   * she states none.
   */
  nextDay: { on: string; part: 'step' | 'back'; outside: boolean; seen: string; canWait: boolean } | undefined
  /** The replies that are written beforehand, in the language of the answer and in Swedish. */
  standard:
    | { tag: Language; reviewed: boolean; isWanted: boolean; list: { name: string; own: Text; swedish: Text }[] }
    | undefined
  /** The templates that fit, filled in for this case. */
  templates:
    | Record<'answer' | 'reply', { id: string; name: string; tags: string[]; by: string | undefined; text: string }[]>
    | undefined
  /** The template that a rule suggests, by their names, and what it puts into the form of the answer. */
  suggested: { rule: string; name: string; fields: Record<string, string> } | undefined
  /** What she has half written, and whether somebody has given an answer or written the public text since. */
  drafts: Record<'answer' | 'reply' | 'public-text' | 'note', Draft | undefined> & {
    overtaken: boolean
    rewritten: boolean
  }
  /** What can be withdrawn of what was read, what was, and the earlier public texts. */
  versions:
    | {
        staleIn: string[]
        /** What the public reads again when it is published, in words. */
        back: string | undefined
        open: { value: string; label: string }[]
        withdrawals: { which: string; at: string; by: string | null; ground: string; reason: string }[]
        shown: { version: number; title: string; body: string; at: string; by: string | null }[]
      }
    | undefined
  /** What waits for its time or a second person, and what did not come about the last time. */
  plans: ToldPlans | undefined
  /** What may point out a person: in what the resident wrote, by paragraph, and in the public text. */
  personal: { original: Piece[][]; saved: Findings | undefined } | undefined
  /** The day in Stockholm. */
  today: string
  /** The mark of the public text that is shown. */
  seen: string
  organisation: string
  signsAs: string
  /** What was answered to the questions of the category. */
  answered: { key: string; question: Text; answer: Text }[]
  /** Where one can go from it, and the query of the queue from which she came. */
  ways: { from: string | undefined; back: string; previous: string | undefined; next: string | undefined }
  /** The verb that was just done, to be confirmed. */
  done: string | undefined
  base: BaseMap
  /** The city's working area that it lies in, if it lies in one. */
  workingArea: string | undefined
}

/** Everything that the page of a submission shows to staff, worded in the language of the back office. */
export function submissionView(found: FoundForStaff, language: Language, given: Choices) {
  const { base, writtenLanguages, ...choices } = given
  const { id: _, original, thread, moves, notes, commitments, routings, responses, ...others } = found
  const { merged, mergedThreads: _others, handovers, alarms, childReports, ...rest } = others
  const when = (moment: Date) => `${formatDay(language, moment)} ${formatTime(language, moment)}`
  return {
    ...choices,
    ...factsOf(rest, language),
    secrecy: found.secrecy.map(({ markedAt, liftedAt, ...mark }) => ({
      ...mark,
      at: when(markedAt),
      liftedAt: liftedAt && when(liftedAt),
    })),
    original: original && {
      ...original,
      ...placeOf(original, base),
      photos: photosOf(found, null, choices.can.handle),
    },
    ...lookedAt(found, language),
    merged: merged.map((one) => mergedView(one, language)),
    writtenLanguages: writtenLanguages.map((tag) => ({ value: tag, label: nameIn(language, tag) })),
    thread: thread.map(({ id, sender, signedAs, body, sentAt }) => ({
      ...{ sender, body, at: when(sentAt), signedAs: signedAs && pick(signedAs, language).text },
      photos: photosOf(found, id, choices.can.handle),
    })),
    history: moves.map(({ toStatus, reason, outside, movedAt, byName }) => ({
      ...{ status: toStatus, reason, at: when(movedAt), by: byName },
      outside: outside && words(language)(`outside:name.${outside}`),
    })),
    alarms: alarms.map(({ raisedAt, takenAt, ...alarm }) => ({
      ...{ ...alarm, raisedAt: when(raisedAt), takenAt: takenAt && when(takenAt) },
    })),
    childReports: childReports.map(({ id, reportedOn, receiver, signedAs }) => ({
      ...{ id, receiver, on: formatDay(language, reportedOn), signedAs: pick(signedAs, language).text },
    })),
    handovers: handovers.map(({ at, ...one }) => ({ ...one, at: when(at) })),
    notes: notes.map(({ id, organisation, organisationName, byName, body, sharedAt, writtenAt }) => ({
      ...{ id, body, by: byName, at: when(writtenAt), from: organisationName, shared: sharedAt !== null },
      canShare: sharedAt === null && organisation === choices.organisation,
    })),
    commitments: commitments.map(({ slug, number, title }) => ({ slug, number, title: pick(title, language) })),
    routings: routings.map(({ routedAt, ...routing }) => ({ ...routing, at: when(routedAt) })),
    answers: responses.map(({ body, staleIn, signedAs, givenAt, withdrawnAt, byName, ...answer }) => ({
      ...answer,
      ...{ texts: agedTexts(body, staleIn), signedAs: pick(signedAs, language), by: byName },
      ...{ at: when(givenAt), withdrawn: withdrawnAt !== null },
    })),
  }
}

export type SubmissionView = ReturnType<typeof submissionView>

/** The photos that came with a message; those without one came with the first text. */
const photosOf = ({ ref, original }: FoundForStaff, message: string | null, handles: boolean) =>
  (original?.photos ?? [])
    .filter(({ messageId }) => messageId === message)
    .map(({ id, width, height, state }) => ({
      ...{ src: paths.staffPhoto(ref, id), width, height, state },
      edit: handles ? paths.staffPhotoVerb(ref, id, 'edit') : undefined,
    }))

type Facts = Omit<
  FoundForStaff,
  | 'id'
  | 'original'
  | 'thread'
  | 'moves'
  | 'notes'
  | 'commitments'
  | 'routings'
  | 'responses'
  | 'merged'
  | 'mergedThreads'
  | 'handovers'
  | 'alarms'
  | 'childReports'
>

function factsOf(given: Facts, language: Language) {
  const { createdAt, statusAt, publishedAt, screenedAt, language: wanted, told, followers, ...others } = given
  const { heldFor: _, spamAt: __, secrecy: ___, ...facts } = others
  return {
    ...facts,
    ...toldOf(told, language),
    wanted: { tag: wanted, name: nameIn(language, wanted) },
    createdAt: `${formatDay(language, createdAt)} ${formatTime(language, createdAt)}`,
    age: ageInWords(language, createdAt),
    screened: screenedAt !== null,
    followers: followers > 0 ? words(language)('staff:submission.followers', { count: followers }) : undefined,
    statusAt: formatDay(language, statusAt),
    publishedOn: publishedAt && formatDay(language, publishedAt),
    publicLanguages: formatList(language, languagesOf(facts.publicBody)),
  }
}

/** A language by its name in the language of the back office. */
const nameIn = (language: Language, tag: string): string => words(language)(`staff:language.${tag}`)

/** In which language it is written, and how it reached us: by the form, or told to somebody who wrote it down. */
function toldOf(told: FoundForStaff['told'], language: Language) {
  const { writtenIn = null, channel = 'web', interpretedFrom = null, enteredByName = null } = told ?? {}
  const t = words(language)
  const from = (tag: string) =>
    tag === 'other'
      ? t('staff:submission.interpretedFromOther')
      : t('staff:submission.interpretedFrom', { language: nameIn(language, tag) })
  return {
    written: writtenIn ? { tag: writtenIn, name: nameIn(language, writtenIn) } : undefined,
    channel,
    enteredBy: enteredByName,
    interpreter: interpretedFrom && from(interpretedFrom),
  }
}

/** Why it was caught, and whether it is held for that or was found to be spam. */
function lookedAt({ heldFor, spamAt }: FoundForStaff, language: Language) {
  return {
    held: spamAt === null && heldFor.length > 0,
    spamOn: spamAt && formatDay(language, spamAt),
    caughtFor: heldFor,
  }
}

/** How old something is, in whole days. */
export function ageInWords(language: Language, moment: Date, now = Date.now()): string {
  const count = Math.max(0, Math.floor((now - moment.getTime()) / (24 * 60 * 60 * 1000)))
  return words(language)(count === 0 ? 'staff:submission.today' : 'staff:submission.age', { count })
}

const languagesOf = (text: Translated | null): string[] => textsOf(text ?? {}).map(({ name }) => name)

/** With what is older than the Swedish text marked so. */
const agedTexts = (text: Translated, staleIn: readonly string[]) =>
  textsOf(text).map((one) => ({ ...one, older: staleIn.includes(one.lang) }))

function placeOf({ lat, lon }: { lat: number | null; lon: number | null }, base: BaseMap) {
  if (lat === null || lon === null) return { point: null, map: null }
  return { point: `${lat.toFixed(5)}, ${lon.toFixed(5)}`, map: placeMap(base, [lat, lon]) }
}
