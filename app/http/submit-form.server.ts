import { categories, type Category, type Kind } from '#db/schema/submissions.ts'
import { allEverydayNames, allPlaces, districtAreas } from '#app/domain/areas/queries.server.ts'
import { stepCount, stepNumbers, type FormStep } from '#app/domain/submissions/form-steps.ts'
import { bodyLimit, placeNoteLimit } from '#app/domain/submissions/limits.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { formQuestions } from './form-questions.server.ts'
import { freshFormToken } from './form-token.server.ts'
import { mapDataAddress } from './place-results.server.ts'
import { offeredLanguages } from './request.server.ts'

/** What is offered to choose from in the form of a tip; all else is taken too. */
const categoriesOfTips: readonly Category[] = [
  ...(['drugs', 'violence', 'youths-at-risk', 'vandalism', 'fires', 'traffic', 'disorder'] as const),
  ...(['vehicles', 'unsafe-place', 'other'] as const),
]

/**
 * What the form of a kind is drawn from, with a token of its own for each showing. Only the questions are asked of the
 * database each time: what staff change in them shows at once.
 */
export async function submitFormParts(language: Language, kind: Kind) {
  const [questions, mapData, areas, places, everydayNames] = await Promise.all([
    formQuestions(language),
    mapDataAddress(),
    districtAreas(),
    allPlaces(),
    allEverydayNames(),
  ])
  return {
    categories: kind === 'tip' ? categoriesOfTips : categories,
    questions,
    mapData,
    groups: areas.map(({ code, name }) => ({ area: name, places: placesIn(language, places, code) })),
    areas: areas.map(({ code, name }) => {
      const alsoCalled = everydayNames.filter((one) => one.areaCode === code).map((one) => one.name)
      return { code, name: alsoCalled.length ? `${name} (${alsoCalled.join(', ')})` : name }
    }),
    offered: offeredLanguages(),
    bodyLimit: limit(language, bodyLimit),
    noteLimit: limit(language, placeNoteLimit),
    formToken: await freshFormToken(kind === 'tip'),
  }
}

type Place = Awaited<ReturnType<typeof allPlaces>>[number]

/** Squares, then stops, of one area; a stop that has the name of a square is told from it. */
function placesIn(language: Language, places: Place[], areaCode: string): { slug: string; name: string }[] {
  const t = words(language)
  const squares = new Set(places.filter(({ kind }) => kind === 'square').map(({ name }) => name))
  return places
    .filter((place) => place.areaCode === areaCode)
    .map(({ slug, name, kind }) => ({
      slug,
      name: kind === 'stop' && squares.has(name) ? t('submit:place.stop', { name }) : name,
    }))
}

/** A limit as a number and as it is written in the language. */
const limit = (language: Language, value: number) => ({ value, text: formatNumber(language, value) })

/** Which step of how many it is, and in words. */
export function tellStep(language: Language, step: FormStep) {
  const t = words(language)
  const number = stepNumbers[step]
  const counted = { number: formatNumber(language, number), all: formatNumber(language, stepCount) }
  return { number, count: stepCount, text: t('submit:step.of', { ...counted, part: t(`submit:part.${step}`) }) }
}
