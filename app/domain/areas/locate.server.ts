import booleanPointInPolygon from '@turf/boolean-point-in-polygon'
import { eq } from 'drizzle-orm'
import { as, everyone } from '#db/client.server.ts'
import { places } from '#db/schema/areas.ts'
import type { Refused } from '../refusals.ts'
import { districtAreas } from './queries.server.ts'

type Choice = {
  lat?: number | undefined
  lon?: number | undefined
  place?: string | undefined
  areaCode?: string | undefined
}
export type Location = { areaCode: string; lat: number | null; lon: number | null; place: string | null }

/** The area that a point lies in, or undefined when it lies outside the district. Degrees, WGS 84. */
export async function areaOfPoint(lat: number, lon: number): Promise<string | undefined> {
  const all = await districtAreas()
  return all.find((area) => booleanPointInPolygon([lon, lat], area.outline))?.code
}

/**
 * Where a submission belongs: a point on the map counts first, then a square or stop, then a whole area. Refuses a
 * point or a name outside the district, and a form where nothing was chosen.
 */
export async function locate(choice: Choice): Promise<Location | Refused> {
  if (choice.lat !== undefined && choice.lon !== undefined) {
    const areaCode = await areaOfPoint(choice.lat, choice.lon)
    return areaCode
      ? { areaCode, lat: choice.lat, lon: choice.lon, place: choice.place ?? null }
      : { refused: 'outside-area' }
  }
  if (choice.place) return (await placeNamed(choice.place)) ?? { refused: 'outside-area' }
  if (choice.areaCode) return (await areaCoded(choice.areaCode)) ?? { refused: 'outside-area' }
  return { refused: 'place-missing' }
}

async function placeNamed(slug: string): Promise<Location | undefined> {
  const [row] = await as(everyone, (tx) =>
    tx
      .select({ areaCode: places.areaCode, place: places.slug, lat: places.lat, lon: places.lon })
      .from(places)
      .where(eq(places.slug, slug)),
  )
  return row
}

async function areaCoded(code: string): Promise<Location | undefined> {
  const area = (await districtAreas()).find((known) => known.code === code)
  return area && { areaCode: area.code, lat: null, lon: null, place: null }
}
