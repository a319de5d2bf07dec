import { storedUnderCode } from '#app/domain/records/stored-under-code.server.ts'
import { threadUnderCode } from '#app/domain/submissions/thread.server.ts'
import type { KeptCode } from '#app/domain/tips/add-tip-message.server.ts'
import { tipUnderCode } from '#app/domain/tips/tip-under-code.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay } from '#app/i18n/format.server.ts'
import { languages, type Language } from '#app/i18n/languages.ts'
import { casePage } from './case-page.server.ts'
import { sealedCase } from './sealed-case.server.ts'

/** What is stored under a code, for machines; undefined when nothing is. Of what is sealed, what may be given by its code. */
export async function storedData(kept: KeptCode): Promise<string | undefined> {
  const stored = (await storedUnderCode(kept.hash)) ?? (await givenOfSealed(kept))
  return stored && JSON.stringify(stored, null, 2)
}

/** What staff wrote, and the days. Never what she wrote herself: she asks the police for it. */
async function givenOfSealed(kept: KeptCode) {
  const sealed = await tipUnderCode(kept)
  if (!sealed) return undefined
  const { ref, status, receivedOn, openedOn, closedOn, messages, proof } = sealed
  return {
    ...{ ref, status, receivedOn, openedOn, closedOn, proofOfReceipt: proof.line },
    messages: messages.map(({ sentOn, told }) =>
      told
        ? { sender: 'staff', sentAt: told.at, signedAs: told.signedAs, body: told.body }
        : { sender: 'resident', sentOn },
    ),
  }
}

/**
 * The same to read, in the words of a language: one's own case with its photos, or what may be given of one that is
 * sealed. Undefined when there is no such case.
 */
export async function storedView(language: Language, kept: KeptCode) {
  const { hash } = kept
  const [thread, stored] = [await threadUnderCode(hash), await storedUnderCode(hash)]
  if (!thread || !stored || !('submission' in stored)) return sealedView(language, kept)
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

async function sealedView(language: Language, kept: KeptCode) {
  const sealed = await tipUnderCode(kept)
  if (!sealed) return undefined
  const t = words(language)
  const { facts, events, label } = sealedCase(language, sealed, new Date())
  return {
    ...{ language, dir: languages[language].dir, title: `${t('follow:case.title')} ${facts.ref}` },
    made: t('follow:data.made', { day: formatDay(language, new Date()) }),
    masked: t('follow:data.told'),
    photosTitle: '',
    facts: Object.entries({ ref: facts.ref, sentOn: facts.sentOn, now: label }).map(([name, value]) => ({
      ...{ name: t(`follow:case.${name}`), value },
    })),
    parts: events.map((event, index) => ({
      ...{ id: String(index), at: `${event.day} ${event.time}`.trim() },
      label: event.kind === 'noted' ? event.text : t('follow:thread.staff'),
      text: event.kind === 'noted' ? '' : [event.body, event.signedAs?.text].filter(Boolean).join('\n'),
    })),
    photos: [],
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
    case 'noted':
      return { label: event.text, text: '' }
    case 'moved':
      return { label: t('follow:thread.move', { status: event.label }), text: event.reason }
  }
}
