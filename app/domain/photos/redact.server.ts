import type { PhotoPart } from '#db/schema/photos.ts'
import { carefulSharp } from './careful-sharp.server.ts'
import type { Redaction } from './photo-parts.ts'

const channels = 3

/** A rectangle in whole pixels; `right` and `bottom` are the first that lie beside it. */
type Pixels = { left: number; top: number; right: number; bottom: number }
type Size = { width: number; height: number }

/**
 * The public version of a photo (WebP): decoded, the boxes painted black into its pixels, cropped, and encoded anew from
 * the pixels alone, so that nothing of what was covered or cut away goes into the file. A pixel that lies partly under a
 * box is black; one that lies partly outside the crop is cut away.
 */
export async function redact(webp: Uint8Array, { crop, boxes }: Redaction): Promise<Size & { webp: Buffer }> {
  const { data, info } = await carefulSharp(webp)
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  if (info.channels !== channels) throw new Error('a photo is not in three colours')
  for (const box of boxes) paintBlack(data, info.width, covering(box, info))
  const { left, top, right, bottom } = crop ? inside(crop, info) : covering(whole, info)
  const [width, height] = [right - left, bottom - top]
  const encoded = await carefulSharp(data, { raw: { width: info.width, height: info.height, channels } })
    .extract({ left, top, width, height })
    .webp({ quality: 80, effort: 2 })
    .toBuffer()
  return { webp: encoded, width, height }
}

const whole: PhotoPart = { left: 0, top: 0, width: 100, height: 100 }

function paintBlack(pixels: Buffer, width: number, { left, top, right, bottom }: Pixels): void {
  for (let row = top; row < bottom; row++)
    pixels.fill(0, (row * width + left) * channels, (row * width + right) * channels)
}

/** A hundredth of a pixel is no more than an error of reckoning. */
const hair = 0.01
const down = (value: number) => Math.floor(value + hair)
const up = (value: number) => Math.ceil(value - hair)
const within = (value: number, most: number) => Math.min(most, Math.max(0, value))

/** The pixels that a part touches. */
const covering = ({ left, top, width, height }: PhotoPart, size: Size): Pixels => ({
  left: within(Math.floor((left * size.width) / 100), size.width),
  top: within(Math.floor((top * size.height) / 100), size.height),
  right: within(up(((left + width) * size.width) / 100), size.width),
  bottom: within(up(((top + height) * size.height) / 100), size.height),
})

/** The pixels that lie wholly in a part; one at least. */
function inside({ left, top, width, height }: PhotoPart, size: Size): Pixels {
  const start = {
    left: within(up((left * size.width) / 100), size.width - 1),
    top: within(up((top * size.height) / 100), size.height - 1),
  }
  return {
    ...start,
    right: Math.max(start.left + 1, within(down(((left + width) * size.width) / 100), size.width)),
    bottom: Math.max(start.top + 1, within(down(((top + height) * size.height) / 100), size.height)),
  }
}
