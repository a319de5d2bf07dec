import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'
import type { Category } from '#db/schema/submissions.ts'
import type { RowPoint } from '#app/domain/submissions/points-of-rows.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { placeNames } from '../map/place-names.ts'
import { project, viewAround } from '../map/projection.ts'

/** One unit is about one pixel, beside the list and on a phone. */
const width = 358
/** Marks nearer to each other than this are one. */
const room = { across: 46, down: 28 }

type Row = { ref: string; category: Category; areaName: string }
type Placed<At> = { ref: string; number: number; label: string; at: At; exact: boolean }
type Mark = { at: Point; exact: boolean; numbers: number[]; refs: string[]; labels: string[] }
type Point = [x: number, y: number]

/**
 * The rows of one page of the queue on the schematic map, as the paths of a drawing, numbered in their order. Those that
 * would lie over each other share a mark. Undefined when there is no row.
 */
export function queueMap(
  base: BaseMap,
  { rows, points, language }: { rows: readonly Row[]; points: ReadonlyMap<string, RowPoint>; language: Language },
) {
  const t = words(language)
  const placed = rows.flatMap(({ ref, category, areaName }, index): Placed<LatLon>[] => {
    const point = points.get(ref)
    const number = index + 1
    const label = `${number}: ${t(`categories:${category}`)}, ${areaName}`
    return point ? [{ ref, number, label, at: [point.lat, point.lon], exact: point.exact }] : []
  })
  if (placed.length === 0) return undefined
  const view = squarer(viewAround([placed.map(({ at }) => at)]))
  const { height, point, path, shape } = project(view, width)
  const marks = together(placed.map((one) => ({ ...one, at: point(one.at) })))
  const around = marks.map(({ at }) => ({ at, radius: 15 }))
  const inside = ({ at: [x, y] }: { at: Point }) => x > 0 && x < width && y > 12 && y < height - 12
  const areas = base.areas.map(({ name, label }) => ({ name, at: point(label) })).filter(inside)
  const names = placeNames(areas, { size: 12, marks: around, width }).filter(({ clear }) => clear)
  return {
    ...{ width, height, marks },
    names: names.map(({ lines, x, y }) => ({ lines, x: Math.round(x), y: Math.round(y) })),
    areas: base.areas.map(({ rings }) => rings.map(shape).join('')).filter(Boolean),
    water: base.water.map(shape).filter(Boolean),
    tram: base.tram.map(({ line }) => path(line)),
  }
}

export type QueueMapDrawing = NonNullable<ReturnType<typeof queueMap>>

/** Each to the first mark that it would lie over; a mark is of a known spot when one of its rows is. */
function together(placed: readonly Placed<Point>[]): Mark[] {
  const marks: Mark[] = []
  for (const { ref, number, label, at, exact } of placed) {
    const near = marks.find(
      (mark) => Math.abs(mark.at[0] - at[0]) < room.across && Math.abs(mark.at[1] - at[1]) < room.down,
    )
    if (near) {
      near.numbers.push(number)
      near.refs.push(ref)
      near.labels.push(label)
      near.exact ||= exact
    } else marks.push({ at, exact, numbers: [number], refs: [ref], labels: [label] })
  }
  return marks
}

/** A degree of longitude is about half of one of latitude up here. */
const shrink = 0.533
/** The drawing is neither much higher than wide nor a strip: how high it is for its width, at least and at most. */
const [flattest, highest] = [0.85, 1.45]

function squarer([[south, west], [north, east]]: [LatLon, LatLon]): [LatLon, LatLon] {
  const [high, wide] = [north - south, (east - west) * shrink]
  const up = Math.max(wide * flattest - high, 0) / 2
  const out = Math.max(high / highest - wide, 0) / 2 / shrink
  return [
    [south - up, west - out],
    [north + up, east + out],
  ]
}
