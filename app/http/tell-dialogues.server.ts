import type { Translated } from '#db/schema/shared.ts'
import type { Dialogue, ListedDialogue } from '#app/domain/dialogues/queries.server.ts'
import { takesSignUps } from '#app/domain/dialogues/stages.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatList, formatTime, formatWeekday } from '#app/i18n/format.server.ts'
import { languages, pick, type Language } from '#app/i18n/languages.ts'

/** When and where, in words. Moments are those of Stockholm. */
export function tellOccasion(
  language: Language,
  { startsAt, endsAt, placeName }: { startsAt: Date; endsAt: Date; placeName: string },
) {
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languages[language].format, { timeZone: 'Europe/Stockholm', ...options }).format(startsAt)
  return {
    leaf: { day: part({ day: 'numeric' }), month: part({ month: 'short' }) },
    day: formatWeekday(language, startsAt),
    time: words(language)('dialogues:time', {
      from: formatTime(language, startsAt),
      to: formatTime(language, endsAt),
    }),
    place: placeName,
  }
}

/** A dialogue as a list shows it. */
export function tellListed(language: Language, dialogue: ListedDialogue) {
  const { slug, kind, stage, areaName, example, cancelledReason } = dialogue
  return {
    ...{ slug, kind, stage, area: areaName, example },
    ...tellOccasion(language, dialogue),
    title: pick(dialogue.title, language),
    summary: pick(dialogue.summary, language),
    seats: takesSignUps(stage) ? tellSeats(language, dialogue) : undefined,
    languages: tellLanguages(language, dialogue.languages),
    cancelledReason: cancelledReason && stage === 'cancelled' ? pick(cancelledReason, language) : undefined,
    outcome: tellOutcome(language, dialogue),
  }
}

/** A dialogue as its own page shows it. */
export function tellDialogue(language: Language, dialogue: Dialogue) {
  const { address, stopName, stopKind, organisationName, interpretation, signUpClosesAt, kind, capacity } = dialogue
  const { stepFree, hearingLoop, childcare, food, steps, commitments, waiting, stage } = dialogue
  const t = words(language)
  return {
    ...tellListed(language, dialogue),
    ...{ address, host: organisationName },
    body: pick(dialogue.body, language),
    stop:
      stopName && stopName !== dialogue.placeName && stopName !== address
        ? t(`dialogues:facts.${stopKind ?? 'stop'}`, { name: stopName })
        : undefined,
    interpretation: tellLanguages(language, interpretation),
    closes: t('dialogues:signUp.closes', {
      day: formatDay(language, signUpClosesAt),
      time: formatTime(language, signUpClosesAt),
    }),
    waiting: stage === 'full' && waiting > 0 ? t('dialogues:seats.waiting', { count: waiting }) : undefined,
    noNeed: kind === 'drop-in' && capacity === null,
    online: kind === 'digital' || kind === 'hybrid',
    access: Object.entries({ stepFree, hearingLoop, childcare, food }).map(([key, has]) => ({ key, has })),
    steps: steps.map((step) => ({
      kind: step.kind,
      day: formatWeekday(language, new Date(step.startsAt)),
      time: formatTime(language, new Date(step.startsAt)),
      text: pick(step.text, language),
    })),
    commitments: commitments.map(({ slug, number, title }) => ({ slug, number, title: pick(title, language) })),
  }
}

/** "5 platser kvar", "Alla platser är tagna", "Plats för alla". */
function tellSeats(language: Language, { stage, seatsLeft }: ListedDialogue): string {
  const t = words(language)
  if (stage === 'full') return t('dialogues:seats.full')
  return seatsLeft === null ? t('dialogues:seats.all') : t('dialogues:seats.left', { count: seatsLeft })
}

/** "svenska och arabiska": the names of languages in a language. */
function tellLanguages(language: Language, tags: string[]): string {
  const names = new Intl.DisplayNames(languages[language].format, { type: 'language' })
  return formatList(
    language,
    tags.map((tag) => names.of(tag) ?? tag),
  )
}

function tellOutcome(language: Language, { said, willDo, cannot }: ListedDialogue) {
  const told = (texts: Translated[]) => texts.map((text) => pick(text, language))
  if (said.length + willDo.length + cannot.length === 0) return undefined
  return { said: told(said), willDo: told(willDo), cannot: told(cannot) }
}
