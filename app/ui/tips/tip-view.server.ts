import type { BaseMap } from '#app/domain/areas/base-map.server.ts'
import type { ReadTip } from '#app/domain/tips/read-tip.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatDay, formatTime } from '#app/i18n/format.server.ts'
import { pick, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { placeMap } from '../staff/place-map.server.ts'

type Text = { text: string; lang: string }
type Given = {
  answered: { key: string; question: Text; answer: Text }[]
  base: BaseMap
  /** The photos themselves, for a page that may not fetch them. */
  photos?: Map<string, Buffer>
}

/** All that the page of an opened tip shows, worded in the language of the back office. */
export function tipView(tip: ReadTip, language: Language, { answered, base, photos: inside }: Given) {
  const t = words(language)
  const { said, messages, photos, officers, key: _, id: __, areaCode: ___, ...facts } = tip
  const when = (moment: string) => momentIn(language, moment)
  const day = (on: string | null) => on && formatDay(language, on)
  const nameOf = (tag: string) => t(`staff:language.${tag}`)
  const srcOf = (id: string) => {
    const webp = inside?.get(id)
    return webp ? `data:image/webp;base64,${webp.toString('base64')}` : paths.staffTipPhoto(tip.ref, id)
  }
  const photosOf = (message: string | null) =>
    photos
      .filter(({ messageId }) => messageId === message)
      .map(({ id, width, height }) => ({ src: srcOf(id), width, height }))
  const { lat, lon } = said
  const childReport = (text: string) => {
    const [on = '', receiver] = text.split(' ')
    const made = { day: formatDay(language, on), receiver: t(`child-reports:receiver.${receiver}`) }
    return t('child-reports:made', made)
  }
  const wordOf = (what: string, text: string) => {
    if (what === 'answer' || what === 'rating') return t(`tips:beforeWord.${what}.${text}`)
    if (what === 'child-report') return childReport(text)
    return what === 'entered' ? t(`staff:channel.${text}`) : undefined
  }
  return {
    ...facts,
    ...{ receivedOn: day(facts.receivedOn), openedOn: day(facts.openedOn), closedOn: day(facts.closedOn) },
    handedOverOn: day(facts.handedOverOn),
    title: t('tips:tip.title', { area: facts.areaName }),
    category: t(`categories:${said.category}`),
    body: said.body,
    at: when(said.at),
    placeNote: said.placeNote,
    point: lat === null || lon === null ? null : `${lat.toFixed(5)}, ${lon.toFixed(5)}`,
    map: lat === null || lon === null ? null : placeMap(base, [lat, lon]),
    wanted: nameOf(said.language),
    written: said.writtenIn ? { tag: said.writtenIn, name: nameOf(said.writtenIn) } : null,
    heldFor: said.heldFor,
    answered,
    photos: photosOf(null),
    thread: messages.map(({ id, sender, body, at, signedAs }) => ({
      ...{ id, sender, body, at: when(at), photos: photosOf(id) },
      signedAs: signedAs ? pick(signedAs, language).text : null,
    })),
    officers: officers && {
      registrationNumber: officers.registrationNumber,
      history: officers.history.map(({ at, what, to, text, by }) => ({
        ...{ what, by, at: at && when(at) },
        text:
          wordOf(what, text) ?? [to && what === 'move' ? t(`staff:status.${to}`) : to, text].filter(Boolean).join(': '),
      })),
    },
  }
}

export type TipView = ReturnType<typeof tipView>

function momentIn(language: Language, moment: string): string {
  const date = new Date(moment)
  return `${formatDay(language, date)} ${formatTime(language, date)}`
}
