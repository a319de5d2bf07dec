import { useReducer } from 'react'
import type { PhotoPart } from '#db/schema/photos.ts'
import { drawnPart, noPart, typedPart, type TypedPart, type TypedRedaction } from './redaction-fields.ts'

/** Which part: a box by its place, or the crop. */
export type PartName = number | 'crop'

type State = { now: TypedRedaction; past: TypedRedaction[] }
type Act =
  /** Something begins that undo takes back as one. */
  | { act: 'begin' }
  | { act: 'set'; part: PartName; to: TypedPart }
  | { act: 'add'; to: PhotoPart }
  | { act: 'remove'; part: PartName }
  | { act: 'undo' }

const mostSteps = 100

function step({ now, past }: State, given: Act): State {
  if (given.act === 'undo') return past.length > 0 ? { now: past.at(-1)!, past: past.slice(0, -1) } : { now, past }
  if (given.act === 'begin') return { now, past: [...past, now].slice(-mostSteps) }
  if (given.act === 'add') return { past, now: { ...now, boxes: [...now.boxes, typedPart(given.to)] } }
  const { part } = given
  if (given.act === 'set')
    return { past, now: part === 'crop' ? { ...now, crop: given.to } : withBox(now, part, [given.to]) }
  return { past, now: part === 'crop' ? { ...now, crop: noPart } : withBox(now, part, []) }
}

const withBox = (now: TypedRedaction, part: number, boxes: TypedPart[]): TypedRedaction => ({
  ...now,
  boxes: [...now.boxes.slice(0, part), ...boxes, ...now.boxes.slice(part + 1)],
})

/** The crop and boxes while they are drawn, with the way back. */
export function useRedaction(first: TypedRedaction) {
  const [{ now, past }, act] = useReducer(step, { now: first, past: [] })
  return { now, canUndo: past.length > 0, act }
}

export type Redacting = ReturnType<typeof useRedaction>

const tenth = (value: number) => Math.round(value * 10) / 10
const between = (value: number, least: number, most: number) => Math.min(most, Math.max(least, value))

/** The part between two points, in percent, that lies in the photo. */
export function partBetween(one: [number, number], other: [number, number]): PhotoPart {
  const [xs, ys] = [0, 1].map((axis) =>
    [one[axis]!, other[axis]!].map((value) => tenth(between(value, 0, 100))).sort((a, b) => a - b),
  ) as [[number, number], [number, number]]
  return { left: xs[0], top: ys[0], width: tenth(xs[1] - xs[0]), height: tenth(ys[1] - ys[0]) }
}

/** A part moved by some percent, which stays whole in the photo. */
export const movedBy = (part: PhotoPart, x: number, y: number): PhotoPart => ({
  ...part,
  left: tenth(between(part.left + x, 0, 100 - part.width)),
  top: tenth(between(part.top + y, 0, 100 - part.height)),
})

/** In percent of the side, the least that drawing makes: a crop that is smaller is refused, a smaller box is hard to hold. */
export const leastSize = (part: PartName): number => (part === 'crop' ? 10 : 1)

/** A part made wider and higher by some percent, within the photo, and never smaller than the least size. */
export const grownBy = (part: PhotoPart, [x, y]: readonly [x: number, y: number], least: number): PhotoPart => ({
  ...part,
  width: tenth(Math.min(Math.max(part.width + x, least), 100 - part.left)),
  height: tenth(Math.min(Math.max(part.height + y, least), 100 - part.top)),
})

/** The boxes that can be drawn, each with its place among the fields. */
export const drawnBoxes = ({ boxes }: TypedRedaction): { index: number; part: PhotoPart }[] =>
  boxes.flatMap((typed, index) => {
    const part = drawnPart(typed)
    return part ? [{ index, part }] : []
  })
