import type { LatLon } from '#app/domain/areas/base-map.server.ts'

/** The corner points of the first view: south-west and north-east. */
export const firstView: [LatLon, LatLon] = [
  [57.712, 11.985],
  [57.845, 12.15],
]

/** What the map never shows more than: the district with a margin. */
export const mapBounds: [LatLon, LatLon] = [
  [57.69, 11.9],
  [57.89, 12.32],
]

/** One degree of longitude is shorter than one of latitude up here. */
const shrink = Math.cos((57.78 * Math.PI) / 180)

/** Turns degrees into the units of a drawing `width` wide that shows the given box; tells its height too. */
export function project([[south, west], [north, east]]: [LatLon, LatLon], width: number) {
  const scale = width / ((east - west) * shrink)
  const round = (value: number) => Math.round(value * 10) / 10
  const point = ([lat, lon]: LatLon): [number, number] => [
    round((lon - west) * shrink * scale),
    round((north - lat) * scale),
  ]
  const path = (line: LatLon[]) => line.map((one) => point(one).join(' ')).join('L')
  return { height: Math.round((north - south) * scale), point, path: (line: LatLon[]) => `M${path(line)}` }
}

/** The corners of a view around some rings, with air, and never closer than about a kilometre. */
export function viewAround(rings: readonly LatLon[][]): [LatLon, LatLon] {
  const points = rings.flat()
  const ends = (values: number[], least: number): [number, number] => {
    const middle = (Math.min(...values) + Math.max(...values)) / 2
    const half = Math.max((Math.max(...values) - Math.min(...values)) * 0.65, least)
    return [middle - half, middle + half]
  }
  const [south, north] = ends(
    points.map(([lat]) => lat),
    0.006,
  )
  const [west, east] = ends(
    points.map(([, lon]) => lon),
    0.011,
  )
  return [
    [south, west],
    [north, east],
  ]
}
