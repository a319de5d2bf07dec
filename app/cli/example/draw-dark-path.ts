/** Where in the picture something is, in parts of its width and height, from the corner at the top start. */
type Spot = { x: number; y: number }
type Colour = readonly [red: number, green: number, blue: number]

/** In pixels. */
export const pictureSize = { width: 800, height: 600 }

const horizon = 0.44
const lamps = [0, 1, 2, 3].map((number) => {
  const near = 0.6 ** number
  return { near, x: 0.47 + 0.42 * near, top: horizon - 0.36 * near, foot: horizon + 0.5 * near }
})

/**
 * Draws a footpath between trees on an evening in autumn, with a row of lamps along it; `lit` are the numbers of those
 * that shine, the nearest first. Gives the pixels, three bytes each.
 */
export function drawDarkPath(lit: readonly number[]): Buffer {
  const { width, height } = pictureSize
  const pixels = Buffer.alloc(width * height * 3)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++) {
      const at = { x: column / width, y: row / height }
      const grain = 0.94 + 0.12 * scattered(column, row)
      const light = 0.42 + lit.reduce((sum, number) => sum + shineOf(number, at), 0)
      const glare = lit.some((number) => isHead(number, at)) ? 255 : 0
      const colour = colourAt(at)
      for (let part = 0; part < 3; part++)
        pixels[(row * width + column) * 3 + part] = Math.min(255, glare + colour[part]! * light * grain)
    }
  return pixels
}

function colourAt(at: Spot): Colour {
  if (lamps.some((_, number) => isPost(number, at) || isHead(number, at))) return [104, 108, 108]
  if (at.y < horizon) return at.y > treeTop(at.x) ? [30, 40, 34] : skyAt(at.y)
  const depth = (at.y - horizon) / (1 - horizon)
  const middle = 0.5 - 0.06 * (1 - depth) ** 2
  const fromMiddle = Math.abs(at.x - middle) / (0.015 + 0.34 * depth)
  if (fromMiddle < 0.94) return [122, 118, 112]
  return fromMiddle < 1.02 ? [92, 90, 84] : [56, 70, 48]
}

const skyAt = (y: number): Colour => [38 + 90 * y, 52 + 96 * y, 84 + 92 * y]

/** The trees stand higher the nearer they are to the sides. */
const treeTop = (x: number): number =>
  horizon -
  0.05 -
  0.5 * Math.abs(x - 0.47) -
  0.03 * Math.sin(23 * x) -
  0.018 * Math.sin(61 * x) -
  0.01 * Math.sin(149 * x)

const isPost = (number: number, { x, y }: Spot): boolean => {
  const { near, x: post, top, foot } = lamps[number]!
  return y > top && y < foot && Math.abs(x - post) < 0.005 * near
}

const isHead = (number: number, { x, y }: Spot): boolean => {
  const { near, x: post, top } = lamps[number]!
  return Math.hypot((x - post + 0.02 * near) / 2.2, y - top) < 0.013 * near
}

/** What falls from one lamp on a spot: most under it, and a little all around. */
function shineOf(number: number, { x, y }: Spot): number {
  const { near, x: post, top, foot } = lamps[number]!
  const around = Math.hypot(x - post, (y - top) * 0.8) / (0.16 * near)
  const below = Math.hypot(x - post + 0.1 * near, (y - foot) * 3.2) / (0.34 * near)
  return 0.9 / (1 + around ** 2 * 2) + (y > horizon ? 1.1 / (1 + below ** 4) : 0)
}

/** Between 0 and 1, the same each time for the same pixel. */
const scattered = (column: number, row: number): number => {
  const wave = Math.sin(column * 12.9898 + row * 78.233) * 43758.5453
  return wave - Math.floor(wave)
}
