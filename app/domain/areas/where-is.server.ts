import { greatCircleDistance, UNITS } from 'h3-js'
import { once } from '#db/once.server.ts'
import { areaOfPoint } from './locate.server.ts'
import { allPlaces, allWorkingAreas, districtAreas } from './queries.server.ts'

/** A place farther away than so many metres does not tell where a point is. */
const nearMetres = 700

/** Where a point is, as a person would say it: in which area, and near which square or stop, if any is near. */
export type Whereabouts = { area: { code: string; name: string }; near: string | undefined }

/** Where a point (degrees, WGS 84) is; undefined outside the district. */
export async function whereIs(lat: number, lon: number): Promise<Whereabouts | undefined> {
  const code = await areaOfPoint(lat, lon)
  const area = (await districtAreas()).find((one) => one.code === code)
  if (!area) return undefined
  // "In Hammarkullen, near Hammarkullen" would say nothing.
  const others = (await keptPlaces()).filter(({ name }) => name !== area.name)
  const distances = others.map((place) => ({
    name: place.name,
    metres: greatCircleDistance([lat, lon], [place.lat, place.lon], UNITS.m),
  }))
  const nearest = distances.reduce((one, other) => (other.metres < one.metres ? other : one))
  return { area: { code: area.code, name: area.name }, near: nearest.metres <= nearMetres ? nearest.name : undefined }
}

/** The city's working area that an area belongs to; undefined for the areas that belong to none. */
export async function workingAreaOf(areaCode: string): Promise<{ slug: string; name: string } | undefined> {
  const found = (await keptWorkingAreas()).find(({ areaCodes }) => areaCodes.includes(areaCode))
  return found && { slug: found.slug, name: found.name }
}

/** Read once per process, since only an import changes them. */
function keptPlaces() {
  const kept = once<{ places?: ReturnType<typeof allPlaces> }>('places', () => ({}))
  kept.places ??= allPlaces().catch((error) => {
    delete kept.places
    throw error
  })
  return kept.places
}

function keptWorkingAreas() {
  const kept = once<{ areas?: ReturnType<typeof allWorkingAreas> }>('working areas', () => ({}))
  kept.areas ??= allWorkingAreas().catch((error) => {
    delete kept.areas
    throw error
  })
  return kept.areas
}
