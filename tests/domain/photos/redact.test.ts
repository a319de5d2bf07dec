import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { redact } from '#app/domain/photos/redact.server.ts'
import { telltales, tellingJpeg } from '../../support/pictures.ts'

const [width, height] = [120, 80]
type Rgb = [red: number, green: number, blue: number]

/** A photo (WebP without loss) whose every pixel is told. */
const painted = (colour: (x: number, y: number) => Rgb): Promise<Buffer> => {
  const pixels = Buffer.alloc(width * height * 3)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) pixels.set(colour(x, y), (y * width + x) * 3)
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .webp({ lossless: true })
    .toBuffer()
}

const pixelsOf = async (webp: Buffer) => {
  const { data, info } = await sharp(webp).raw().toBuffer({ resolveWithObject: true })
  return {
    ...info,
    at: (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)],
  }
}

const scenery = (x: number, y: number): Rgb => [(x * 7) % 256, (y * 11) % 256, (x * y) % 256]
const face: Rgb = [250, 10, 240]

/** A part in tenths of a percent, as the form takes it. */
const anyPart = (smallest: number) =>
  fc
    .record({
      left: fc.integer({ min: 0, max: 1000 - smallest }),
      top: fc.integer({ min: 0, max: 1000 - smallest }),
      width: fc.integer({ min: smallest, max: 1000 }),
      height: fc.integer({ min: smallest, max: 1000 }),
    })
    .map(({ left, top, ...size }) => ({
      ...{ left: left / 10, top: top / 10 },
      ...{ width: Math.min(size.width, 1000 - left) / 10, height: Math.min(size.height, 1000 - top) / 10 },
    }))

/** Whether a pixel lies, if only partly, in a part. */
const touches = (part: { left: number; top: number; width: number; height: number }, x: number, y: number) => {
  const [left, right] = [(part.left * width) / 100, ((part.left + part.width) * width) / 100]
  const [top, bottom] = [(part.top * height) / 100, ((part.top + part.height) * height) / 100]
  return x + 1 > left + 0.02 && x < right - 0.02 && y + 1 > top + 0.02 && y < bottom - 0.02
}

describe('what was covered is not in the file', () => {
  test('two photos that differ under the boxes alone, wherever these lie, become the very same bytes', async () => {
    const other = await painted(scenery)
    await fc.assert(
      fc.asyncProperty(fc.array(anyPart(5), { minLength: 1, maxLength: 4 }), async (boxes) => {
        const covered = (x: number, y: number) => boxes.some((box) => touches(box, x, y))
        const one = await painted((x, y) => (covered(x, y) ? face : scenery(x, y)))
        const [first, second] = [await redact(one, { crop: null, boxes }), await redact(other, { crop: null, boxes })]
        expect(first.webp.equals(second.webp)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('two photos that differ beside the crop alone become the very same bytes', async () => {
    const other = await painted(scenery)
    await fc.assert(
      fc.asyncProperty(anyPart(100), async (crop) => {
        const shown = (x: number, y: number) =>
          x >= (crop.left * width) / 100 - 0.02 &&
          x + 1 <= ((crop.left + crop.width) * width) / 100 + 0.02 &&
          y >= (crop.top * height) / 100 - 0.02 &&
          y + 1 <= ((crop.top + crop.height) * height) / 100 + 0.02
        const one = await painted((x, y) => (shown(x, y) ? scenery(x, y) : face))
        const [first, second] = [await redact(one, { crop, boxes: [] }), await redact(other, { crop, boxes: [] })]
        expect(first.webp.equals(second.webp)).toBe(true)
      }),
      { numRuns: 40 },
    )
  })

  test('what differs beside the boxes is still told apart, so that the tests above can fail', async () => {
    const boxes = [{ left: 0, top: 0, width: 20, height: 20 }]
    const one = await painted((x, y) => (x > 60 ? face : scenery(x, y)))
    const [first, second] = [
      await redact(one, { crop: null, boxes }),
      await redact(await painted(scenery), { crop: null, boxes }),
    ]
    expect(first.webp.equals(second.webp)).toBe(false)
  })
})

test('a box is solid black in the pixels, and what is beside it stays', async () => {
  const white = await painted(() => [255, 255, 255])
  const { webp } = await redact(white, { crop: null, boxes: [{ left: 25, top: 25, width: 50, height: 50 }] })
  const { at } = await pixelsOf(webp)
  for (const [x, y] of [
    [32, 22],
    [60, 40],
    [88, 58],
  ] as const)
    expect(Math.max(...at(x, y)), `${x} ${y}`).toBeLessThan(12)
  for (const [x, y] of [
    [5, 5],
    [115, 75],
    [60, 5],
  ] as const)
    expect(Math.min(...at(x, y)), `${x} ${y}`).toBeGreaterThan(243)
})

test('a crop keeps the size of what is left, and boxes count in percent of the whole photo', async () => {
  const white = await painted(() => [255, 255, 255])
  const crop = { left: 50, top: 0, width: 50, height: 100 }
  const made = await redact(white, { crop, boxes: [{ left: 50, top: 0, width: 10, height: 100 }] })
  const { at, ...info } = await pixelsOf(made.webp)
  expect([made.width, made.height, info.width, info.height]).toEqual([60, 80, 60, 80])
  expect(Math.max(...at(4, 40))).toBeLessThan(12)
  expect(Math.min(...at(40, 40))).toBeGreaterThan(243)
})

test('what lies behind a transparent pixel is in no file either', async () => {
  const hidden = await sharp({
    create: { width, height, channels: 4, background: { r: 250, g: 10, b: 240, alpha: 0 } },
  })
    .webp({ lossless: true, exact: true })
    .toBuffer()
  const { webp } = await redact(hidden, { crop: null, boxes: [] })
  expect(await sharp(webp).metadata()).toMatchObject({ hasAlpha: false, channels: 3 })
  expect((await pixelsOf(webp)).at(50, 50)).toEqual([255, 255, 255])
})

test('the file holds a picture and nothing else', async () => {
  const { webp } = await redact(
    await sharp(await tellingJpeg())
      .keepMetadata()
      .webp()
      .toBuffer(),
    { crop: null, boxes: [] },
  )
  const { exif, xmp, iptc, icc, comments } = await sharp(webp).metadata()
  expect([exif, xmp, iptc, icc, comments]).toEqual([undefined, undefined, undefined, undefined, undefined])
  for (const telltale of telltales) expect(webp.includes(Buffer.from(telltale))).toBe(false)
})
