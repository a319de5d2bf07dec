import {
  cellToBoundary,
  cellToChildren,
  cellToLatLng,
  cellToParent,
  getHexagonEdgeLengthAvg,
  getResolution,
  UNITS,
} from 'h3-js'
import { and, eq, inArray } from 'drizzle-orm'
import { as, everyone } from '#db/client.server.ts'
import { hexagonCounts } from '#db/schema/submissions.ts'
import { districtAreas } from '../areas/queries.server.ts'
import { blockOf } from './public-place.server.ts'

/**
 * How near the map is, as the resolution of its hexagons (H3): all that lies in hexagons of 7 (some 2.4 km wide), 8
 * (900 m) or 9 (350 m) is gathered; at 10 every public place stands by itself.
 */
export type Level = 7 | 8 | 9 | 10

/** What narrows the hexagons: an area by its code, or the wide hexagons (of level 7 or 8) in which they lie. */
type Where = { areaCode?: string; wide?: string[] }

/** A drawing has no more marks than this. */
const mostMarks = 40

/** The hexagons of the nearest level at which a drawing has room for them: `nearest`, or a wider one. */
export async function hexagonsThatFit(nearest: Level, where: Where = {}) {
  for (const level of ([10, 9, 8] as const).filter((one) => one <= nearest)) {
    const hexagons = await publishedHexagons(level, where)
    if (hexagons.length <= mostMarks) return hexagons
  }
  return publishedHexagons(7, where)
}

/**
 * Each hexagon that holds something published, those with most first: how many, in which areas (by name, those with most
 * first), and a point amid its public places, in degrees; at level 10 its corners too. Read from counts that are kept, so
 * that the cost follows what is shown: however much is published, the district has some 50 hexagons of level 7.
 */
export async function publishedHexagons(level: Level, where: Where = {}) {
  const names = new Map((await districtAreas()).map(({ code, name }) => [code, name]))
  const groups = Map.groupBy(await countsOf(level, where), gatheredBy[level])
  return [...groups]
    .map(([hexagon, inside]) => ({
      ...{ cell: hexagon, level, within: wideOf(level, inside[0]!) },
      ...{ count: sum(inside), areas: areasOf(inside).map((code) => names.get(code) ?? '') },
      ...pointAmid(hexagon, level, inside),
      outline: level === 10 ? cellToBoundary(hexagon).map(rounded) : undefined,
    }))
    .sort((one, other) => other.count - one.count || (one.cell < other.cell ? -1 : 1))
}

/** The counts one level nearer than is drawn, so that the middle of each mark can be told. */
function countsOf(level: Level, { areaCode, wide }: Where): Promise<Counted[]> {
  const { cell, quarter, count } = hexagonCounts
  const quarters = wide?.flatMap((one) => cellToChildren(one, 8))
  return as(everyone, (tx) =>
    tx
      .select({ cell, quarter, count, areaCode: hexagonCounts.areaCode })
      .from(hexagonCounts)
      .where(
        and(
          eq(hexagonCounts.level, Math.min(level + 1, 10)),
          areaCode === undefined ? undefined : eq(hexagonCounts.areaCode, areaCode),
          quarters && inArray(quarter, quarters),
        ),
      ),
  )
}

type Counted = { cell: string; quarter: string; areaCode: string; count: number }

const gatheredBy: Record<Level, (row: Counted) => string> = {
  7: ({ quarter }) => cellToParent(quarter, 7),
  8: ({ quarter }) => quarter,
  9: ({ cell }) => blockOf(cell),
  10: ({ cell }) => cell,
}

/** The wide hexagon by which it is asked for. */
const wideOf = (level: Level, { quarter }: Counted): string => (level > 8 ? quarter : cellToParent(quarter, 7))

export type PublishedHexagon = Awaited<ReturnType<typeof publishedHexagons>>[number]

const sum = (rows: readonly Counted[]): number => rows.reduce((all, { count }) => all + count, 0)

const areasOf = (rows: readonly Counted[]): string[] =>
  [...Map.groupBy(rows, ({ areaCode }) => areaCode)]
    .sort(([, one], [, other]) => sum(other) - sum(one))
    .map(([areaCode]) => areaCode)

/** So near its middle, in edges of the hexagon, its point stays: then no two marks cover each other. */
const strayed = 0.3

/**
 * The mean of the public places in a hexagon, not far from its middle. Of a public place that is wider than those around
 * it the middle belongs to one of those too: its point is a little beside.
 */
function pointAmid(hexagon: string, level: Level, inside: readonly Counted[]): { lat: number; lon: number } {
  const [lat, lon] = cellToLatLng(hexagon)
  const resolution = getResolution(hexagon)
  const towards = resolution < level ? cellToBoundary(hexagon)[0]! : meanOf(inside)
  const [north, east] = [towards[0] - lat, towards[1] - lon]
  const metres = 111_200 * Math.hypot(north, east * Math.cos((lat * Math.PI) / 180))
  const part = Math.min(1, (getHexagonEdgeLengthAvg(resolution, UNITS.m) * strayed) / Math.max(1, metres))
  const [shownLat, shownLon] = rounded([lat + north * part, lon + east * part])
  return { lat: shownLat, lon: shownLon }
}

function meanOf(inside: readonly Counted[]): [lat: number, lon: number] {
  const points = inside.map((row) => ({ at: cellToLatLng(row.cell), share: row.count / sum(inside) }))
  const mean = (axis: 0 | 1) => points.reduce((all, { at, share }) => all + at[axis] * share, 0)
  return [mean(0), mean(1)]
}

/** Five decimals are about a metre. */
const rounded = ([lat, lon]: [number, number]): [number, number] => [
  Math.round(lat * 1e5) / 1e5,
  Math.round(lon * 1e5) / 1e5,
]
