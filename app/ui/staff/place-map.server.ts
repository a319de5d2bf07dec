import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'
import { project } from '../map/projection.ts'

/** Degrees to each side of the point: a bit more than a kilometre. */
const [halfHeight, halfWidth] = [0.008, 0.019]
const width = 640

/** The schematic map around a point, as the paths of a drawing; only what lies near. */
export function placeMap(base: BaseMap, at: LatLon) {
  const south: LatLon = [at[0] - halfHeight, at[1] - halfWidth]
  const north: LatLon = [at[0] + halfHeight, at[1] + halfWidth]
  const { height, point, path } = project([south, north], width)
  const near = ([lat, lon]: LatLon) => lat > south[0] && lat < north[0] && lon > south[1] && lon < north[1]
  return {
    ...{ width, height, at: point(at) },
    areas: base.areas.map(({ rings }) => rings.map((ring) => `${path(ring)}Z`).join('')),
    water: base.water.map((shape) => `${path(shape)}Z`),
    tram: base.tram.map(({ line }) => path(line)),
    places: base.places.filter((place) => near(place.at)).map(({ name, at: where }) => ({ name, at: point(where) })),
  }
}

export type PlaceMapDrawing = ReturnType<typeof placeMap>
