import { gridDisk, latLngToCell, polygonToCells } from 'h3-js'
import type { Outline } from '#db/schema/areas.ts'
import type { Location } from '../areas/locate.server.ts'
import { districtAreas } from '../areas/queries.server.ts'
import { vicinityResolution } from './public-place.server.ts'

/** The shortest side of a wide hexagon in the district, in metres: so far its six neighbours reach from any point in it. */
const oneRing = 440
/** How far two rings of neighbours reach. */
const twoRings = 1100

/**
 * The wide hexagons in which what is within so many metres of a point, or anywhere in a whole area, has its public
 * place. Throws for a distance that two rings of neighbours do not hold.
 */
export async function vicinitiesOf({ lat, lon, areaCode }: Location, metres: number): Promise<string[]> {
  if (metres > twoRings) throw new Error('too far to be near')
  if (lat !== null && lon !== null)
    return gridDisk(latLngToCell(lat, lon, vicinityResolution), metres > oneRing ? 2 : 1)
  const area = (await districtAreas()).find(({ code }) => code === areaCode)
  if (!area) throw new Error('a whole area is none of ours')
  const inside = shapesOf(area.outline).flatMap((shape) => polygonToCells(shape, vicinityResolution, true))
  const middle = latLngToCell(area.lat, area.lon, vicinityResolution)
  return [...new Set([middle, ...inside].flatMap((one) => gridDisk(one, 1)))]
}

const shapesOf = (outline: Outline): [number, number][][][] =>
  outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
