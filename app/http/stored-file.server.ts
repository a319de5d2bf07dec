import { storedUnderCode } from '#app/domain/records/stored-under-code.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { languages, type Language } from '#app/i18n/languages.ts'
import { casePage } from './case-page.server.ts'

/** What is stored under a code (given as its hash), for machines; undefined when nothing is. */
export async function storedData(hash: string): Promise<string | undefined> {
  const stored = await storedUnderCode(hash)
  return stored && JSON.stringify(stored, null, 2)
}

/** The same to read: one's own case in the words of a language, with its photos. Undefined when there is no such case. */
export async function storedView(language: Language, hash: string) {
  const [thread, stored] = [await threadUnderCode(hash), await storedUnderCode(hash)]
  if (!thread || !stored || !('submission' in stored)) return undefined
  const t = words(language)
  const { facts, events, label } = await casePage(language, hash, { thread, now: new Date() })
  const { lat, lon } = stored.submission
  const said = {
    ref: facts.ref,
    registration: facts.registrationNumber ?? '',
    sentOn: facts.sentOn,
    category: facts.category,
    authority: facts.authority,
    now: label,
    place: facts.place,
  }
  return {
    ...{ language, dir: languages[language].dir, title: `${t('follow:case.title')} ${facts.ref}` },
    made: t('follow:data.made', { day: formatDay(language, new Date()) }),
    masked: '',
    photosTitle: t('photos:short'),
    facts: [
      ...Object.entries(said)
        .filter(([, value]) => value)
        .map(([name, value]) => ({ name: t(`follow:case.${name}`), value })),
      ...(facts.placeNote ? [{ name: t('follow:data.placeNote'), value: facts.placeNote }] : []),
      ...(lat !== null && lon !== null ? [{ name: t('follow:data.point'), value: `${lat}, ${lon}` }] : []),
      ...(stored.address ? [{ name: t('follow:bell.label'), value: stored.address.email }] : []),
    ],
    parts: events.map((event, index) => ({
      id: String(index),
      at: `${event.day} ${event.time}`,
      ...inWords(language, event),
    })),
    photos: stored.photos.flatMap(({ webp }) => (webp ? [`data:image/webp;base64,${webp}`] : [])),
  }
}

type Event = Awaited<ReturnType<typeof casePage>>['events'][number]

function inWords(language: Language, event: Event): { label: string; text: string } {
  const t = words(language)
  switch (event.kind) {
    case 'said': {
      const answers = event.answers.map(({ question, answer }) => `${question.text}\n${answer.text}`)
      return { label: t('follow:thread.you'), text: [event.body, ...answers].join('\n\n') }
    }
    case 'told':
      return { label: t('follow:thread.staff'), text: event.body }
    case 'answered':
      return { label: t('follow:thread.answer'), text: `${event.body.text}\n${event.signedAs.text}` }
    case 'moved':
      return { label: t('follow:thread.move', { status: event.label }), text: event.reason }
  }
}
