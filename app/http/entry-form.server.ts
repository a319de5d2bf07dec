import { categories } from '#db/schema/submissions.ts'
import { allPlaces, districtAreas } from '#app/domain/areas/queries.server.ts'
import { openKinds } from '#app/domain/submissions/categories.ts'
import { bodyLimit, placeNoteLimit } from '#app/domain/submissions/limits.ts'
import { toldChannels } from '#app/domain/submissions/staff-input.server.ts'
import { writtenLanguages } from '#app/domain/submissions/written-languages.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { languages, type Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { formQuestions } from './form-questions.server.ts'
import { freshFormToken } from './form-token.server.ts'
import { offeredLanguages } from './request.server.ts'

const readOut = ['official', 'known', 'final', 'danger', 'code'] as const

/** What the form is drawn from in which staff write down what a resident tells, with a token of its own. */
export async function entryForm(language: Language) {
  const t = words(language)
  const [areas, places] = await Promise.all([districtAreas(), allPlaces()])
  const squares = new Set(places.filter(({ kind }) => kind === 'square').map(({ name }) => name))
  const nameOf = ({ kind, name }: (typeof places)[number]) =>
    kind === 'stop' && squares.has(name) ? t('staff:entry.stop', { name }) : name
  return {
    kinds: openKinds,
    categories,
    channels: toldChannels,
    areas: areas.map(({ code, name }) => ({
      ...{ code, name },
      places: places
        .filter((place) => place.areaCode === code)
        .map((place) => ({ slug: place.slug, name: nameOf(place) })),
    })),
    questions: await formQuestions(language),
    offered: offeredLanguages().map((tag) => ({ value: tag, label: languages[tag].name })),
    spoken: writtenLanguages.map((tag) => ({ value: tag, label: t(`staff:language.${tag}`) })),
    readOut: offeredLanguages().map((tag) => readOutIn(tag)),
    limits: { body: formatNumber(language, bodyLimit), placeNote: formatNumber(language, placeNoteLimit) },
    // Where script sends photos by themselves; it answers in the language of the page.
    uploadTo: paths.submitPhotos(language),
    formToken: await freshFormToken(),
  }
}

/** What must be read out before anybody tells something, in one language. */
function readOutIn(tag: Language) {
  const { dir, reviewed } = languages[tag]
  return { tag, dir, reviewed, lines: readOut.map((line) => words(tag)(`handover:read.${line}`)) }
}
