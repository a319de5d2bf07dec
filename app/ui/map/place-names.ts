/** A name to be written at a point of a drawing, and where it ended up: the middle of its lines. */
export type Name = { name: string; at: readonly [number, number] }
export type PlacedName = { name: string; lines: string[]; x: number; y: number; clear: boolean }

type Box = { left: number; top: number; right: number; bottom: number }
type Room = {
  /** The size of the letters. */
  size: number
  /** What must not be covered: circles. */
  marks: readonly { at: readonly [number, number]; radius: number }[]
  /** The width of the drawing, where names must not run over its edges. */
  width?: number
}

/** A bold letter is about so wide for its height. */
const letterWidth = 0.56

/**
 * Finds room for names so that they cover neither each other nor the marks: at their own point first, else a little
 * above, below or beside it. `clear` is false where there was no room; the name then stays at its point.
 */
export function placeNames(names: readonly Name[], { size, marks, width = Infinity }: Room): PlacedName[] {
  const taken: Box[] = marks.map(({ at: [x, y], radius }) => boxAround(x, y, radius * 2, radius * 2))
  return names.map(({ name, at }) => {
    for (const lines of waysToBreak(name)) {
      const wide = Math.max(...lines.map((line) => line.length)) * size * letterWidth
      const high = lines.length * size
      const inside = (x: number) => Math.min(Math.max(x, wide / 2 + 4), width - wide / 2 - 4)
      for (const [dx, dy] of steps(wide, high, size)) {
        const [x, y] = [inside(at[0] + dx), at[1] + dy]
        const box = boxAround(x, y, wide, high)
        if (taken.some((other) => overlap(box, other))) continue
        taken.push(box)
        return { name, lines, x, y, clear: true }
      }
    }
    return { name, lines: [name], x: at[0], y: at[1], clear: false }
  })
}

/** In one line, and in as many as it has words. */
const waysToBreak = (name: string): string[][] => (name.includes(' ') ? [[name], name.split(' ')] : [[name]])

function steps(wide: number, high: number, size: number): [number, number][] {
  const [up, side] = [high / 2 + size * 0.85, wide / 2 + size * 0.85]
  const near: [number, number][] = [0.35, 0.7].flatMap((part) => [
    [0, size * part],
    [0, -size * part],
  ])
  const round: [number, number][] = [
    [0, up],
    [0, -up],
    [side, 0],
    [-side, 0],
    [side * 0.5, up],
    [-side * 0.5, up],
    [side * 0.5, -up],
    [-side * 0.5, -up],
  ]
  return [[0, 0], ...near, ...round, ...round.map(([dx, dy]): [number, number] => [dx, dy * 1.6])]
}

const boxAround = (x: number, y: number, wide: number, high: number): Box => ({
  left: x - wide / 2,
  right: x + wide / 2,
  top: y - high / 2,
  bottom: y + high / 2,
})

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
