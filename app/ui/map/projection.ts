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

/** A drawing is so wide: one unit is one pixel on a phone, so that a name of 12 units can be read there. */
export const drawingWidth = 358

/** One degree of longitude is shorter than one of latitude up here. */
const shrink = Math.cos((57.78 * Math.PI) / 180)

/** Turns degrees into the units of a drawing `width` wide that shows the given box; tells its height too. */
export function project([[south, west], [north, east]]: [LatLon, LatLon], width: number) {
  const scale = width / ((east - west) * shrink)
  const round = (value: number) => Math.round(value * 10) / 10
  const point = ([lat, lon]: LatLon): Point => [round((lon - west) * shrink * scale), round((north - lat) * scale)]
  const height = Math.round((north - south) * scale)
  const drawn = (points: Point[]) => (points.length ? `M${points.map((one) => one.join(' ')).join('L')}` : '')
  return {
    height,
    point,
    path: (line: LatLon[]) => drawn(line.map(point)),
    /** A closed shape, cut where the drawing ends; empty when it lies outside. */
    shape: (ring: LatLon[]) => {
      const cut = clipped(ring.map(point), [width + edge, height + edge])
      return cut.length ? `${drawn(cut)}Z` : ''
    },
  }
}

/** How far apart hexagons are, middle to middle, in metres, at each level of what was published. */
const apart = { 10: 131, 9: 348, 8: 920 } as const

/** The nearest level at which the marks of a drawing have room beside each other. */
export function levelFor([[, west], [, east]]: [LatLon, LatLon]): keyof typeof apart {
  const metresPerUnit = ((east - west) * shrink * 111_200) / drawingWidth
  return ([10, 9] as const).find((level) => apart[level] / metresPerUnit >= 24) ?? 8
}

type Point = [x: number, y: number]

/** Shapes are cut this far outside the drawing, so that no cut is seen. */
const edge = 3

/** What of a closed shape lies within the drawing: cut at its four sides, one after the other. */
function clipped(ring: Point[], [right, bottom]: Point): Point[] {
  const sides: { axis: 0 | 1; limit: number; within: (value: number) => boolean }[] = [
    { axis: 0, limit: -edge, within: (x) => x >= -edge },
    { axis: 0, limit: right, within: (x) => x <= right },
    { axis: 1, limit: -edge, within: (y) => y >= -edge },
    { axis: 1, limit: bottom, within: (y) => y <= bottom },
  ]
  return sides.reduce((points, { axis, limit, within }) => {
    return points.flatMap((here, i) => {
      const before = points.at(i - 1)!
      const share = (limit - before[axis]) / (here[axis] - before[axis])
      const crossing: Point = [before[0] + (here[0] - before[0]) * share, before[1] + (here[1] - before[1]) * share]
      const cut = within(before[axis]) === within(here[axis]) ? [] : [crossing]
      return within(here[axis]) ? [...cut, here] : cut
    })
  }, ring)
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
