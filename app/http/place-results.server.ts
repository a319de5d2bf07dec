import { findPlaces, type FoundPlace } from '#app/domain/areas/find-places.server.ts'
import { mapData } from '#app/domain/areas/map-data.server.ts'
import { whereIs } from '#app/domain/areas/where-is.server.ts'
import { plain } from '#app/domain/plain.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

/** The places that a search found, each with what it is in words, and how many they are. */
export async function placeResults(language: Language, query: string) {
  const t = words(language)
  const found = await findPlaces(query)
  const told = found.length > 0 ? t('places:found', { count: found.length }) : t('places:none')
  const results = found.map((one) => ({
    name: one.name,
    what: whatItIs(language, one),
    place: one.place ?? '',
    areaCode: one.kind === 'area' ? one.area.code : '',
  }))
  return { told: query.trim() === '' ? '' : told, results }
}

/** "Square in Hammarkullen"; of a whole area also what people call it, where that is quite another name. */
function whatItIs(language: Language, { kind, name, area, alsoCalled }: FoundPlace): string {
  const t = words(language)
  const other = alsoCalled !== undefined && !plain(name).startsWith(plain(alsoCalled).slice(0, 5))
  if (kind !== 'area') return t(`places:what.${kind}`, { area: area.name })
  return other ? t('places:what.areaCalled', { name: alsoCalled }) : t('places:what.area')
}

/** Where a point is, in words: "In Hammarkullen, near Hammarkulletorget"; undefined outside the district. */
export async function tellWhere(language: Language, lat: number, lon: number): Promise<string | undefined> {
  const found = await whereIs(lat, lon)
  if (!found) return undefined
  const [area, near] = [found.area.name, found.near]
  return words(language)(near === undefined ? 'places:where.in' : 'places:where.near', { area, near })
}

/** Where the browser gets what the live map is drawn from. */
export const mapDataAddress = async (): Promise<string> => paths.mapData((await mapData()).hash)
