import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'
import { project } from '../map/projection.ts'

/** Degrees to each side of the point: somewhat less than a kilometre. */
const [halfHeight, halfWidth] = [0.006, 0.015]
/** One unit is about one pixel on a phone. */
const width = 360

type Named = { name: string; at: [number, number] }

/** The schematic map around a point, as the paths of a drawing; of the names only those that have room. */
export function placeMap(base: BaseMap, at: LatLon) {
  const south: LatLon = [at[0] - halfHeight, at[1] - halfWidth]
  const north: LatLon = [at[0] + halfHeight, at[1] + halfWidth]
  const { height, point, path } = project([south, north], width)
  const places = base.places.map(({ name, at: where }) => ({ name, at: point(where) }))
  return {
    ...{ width, height, at: point(at) },
    areas: base.areas.map(({ rings }) => rings.map((ring) => `${path(ring)}Z`).join('')),
    water: base.water.map((shape) => `${path(shape)}Z`),
    tram: base.tram.map(({ line }) => path(line)),
    places: withRoom(places, point(at), height),
  }
}

export type PlaceMapDrawing = ReturnType<typeof placeMap>

/** The nearest first; a name that would lie over another or run out of the drawing is left out. */
function withRoom(places: Named[], [x, y]: [number, number], height: number): Named[] {
  const nearest = [...places].sort((one, other) => distance(one, x, y) - distance(other, x, y))
  const kept: Named[] = []
  for (const place of nearest) {
    const inside =
      place.at[0] > 4 && place.at[0] + lengthOf(place) < width && place.at[1] > 14 && place.at[1] < height - 8
    if (inside && !kept.some((other) => overlap(place, other))) kept.push(place)
  }
  return kept
}

const distance = ({ at }: Named, x: number, y: number): number => Math.hypot(at[0] - x, at[1] - y)

/** Roughly how long a name is when it is drawn. */
const lengthOf = ({ name }: Named): number => 14 + name.length * 7

const overlap = (one: Named, other: Named): boolean =>
  Math.abs(one.at[1] - other.at[1]) < 16 &&
  one.at[0] < other.at[0] + lengthOf(other) &&
  other.at[0] < one.at[0] + lengthOf(one)
