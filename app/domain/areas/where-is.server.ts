import { greatCircleDistance, UNITS } from 'h3-js'
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
  const others = (await allPlaces()).filter(({ name }) => name !== area.name)
  const distances = others.map((place) => ({
    name: place.name,
    metres: greatCircleDistance([lat, lon], [place.lat, place.lon], UNITS.m),
  }))
  const nearest = distances.reduce((one, other) => (other.metres < one.metres ? other : one))
  return { area: { code: area.code, name: area.name }, near: nearest.metres <= nearMetres ? nearest.name : undefined }
}

/** The city's working area that an area belongs to; undefined for the areas that belong to none. */
export async function workingAreaOf(areaCode: string): Promise<{ slug: string; name: string } | undefined> {
  const found = (await allWorkingAreas()).find(({ areaCodes }) => areaCodes.includes(areaCode))
  return found && { slug: found.slug, name: found.name }
}
