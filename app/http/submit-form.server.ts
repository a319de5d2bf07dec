import { categories } from '#db/schema/submissions.ts'
import { baseMap } from '#app/domain/areas/base-map.server.ts'
import { allEverydayNames, allPlaces, districtAreas } from '#app/domain/areas/queries.server.ts'
import { lastingKey } from '#app/domain/records/lasting-keys.server.ts'
import { bodyLimit, placeNoteLimit } from '#app/domain/submissions/limits.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { newFormToken } from '#app/sealing/form-tokens.ts'
import { offeredLanguages } from './request.server.ts'

/** What the form of a concern or an idea is drawn from, with a token of its own for each showing. */
export async function submitFormParts(language: Language) {
  const [base, areas, places, everydayNames] = await Promise.all([
    baseMap(),
    districtAreas(),
    allPlaces(),
    allEverydayNames(),
  ])
  return {
    categories,
    base,
    // Squares come before stops in each area, as the gazetteer gives them.
    groups: areas.map(({ code, name }) => ({
      area: name,
      places: places
        .filter((place) => place.areaCode === code)
        .map((place) => ({ slug: place.slug, name: place.name })),
    })),
    areas: areas.map(({ code, name }) => {
      const alsoCalled = everydayNames.filter((one) => one.areaCode === code).map((one) => one.name)
      return { code, name: alsoCalled.length ? `${name} (${alsoCalled.join(', ')})` : name }
    }),
    offered: offeredLanguages(),
    bodyLimit: limit(language, bodyLimit),
    noteLimit: limit(language, placeNoteLimit),
    formToken: newFormToken(await lastingKey('form tokens')),
  }
}

/** A limit as a number and as it is written in the language. */
export const limit = (language: Language, value: number) => ({ value, text: formatNumber(language, value) })
