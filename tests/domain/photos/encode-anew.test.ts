import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { encodeAnew } from '#app/domain/photos/encode-anew.server.ts'
import { isHeldWhole } from '#app/domain/photos/kind-of-file.ts'
import { hugePng, jpeg, picture, telltales, tellingJpeg } from '../../support/pictures.ts'

async function encoded(bytes: Uint8Array) {
  const result = await encodeAnew(bytes)
  if ('refused' in result) throw new Error(result.refused)
  return result
}

/** The names of the parts of a WebP file. */
function partsOf(webp: Buffer): string[] {
  expect(webp.toString('latin1', 0, 4) + webp.toString('latin1', 8, 12)).toBe('RIFFWEBP')
  expect(webp.readUInt32LE(4)).toBe(webp.length - 8)
  const parts: string[] = []
  for (let at = 12; at < webp.length; at += 8 + webp.readUInt32LE(at + 4) + (webp.readUInt32LE(at + 4) % 2)) {
    parts.push(webp.toString('latin1', at, at + 4).trim())
  }
  return parts
}

test('a photo that says where and by whom it was taken comes out as a picture and nothing else', async () => {
  const bytes = await tellingJpeg()
  for (const told of telltales) expect(bytes.includes(told), told).toBe(true)
  expect(await sharp(bytes).metadata()).toMatchObject({
    orientation: 6,
    exif: expect.any(Buffer),
    xmp: expect.any(Buffer),
  })

  const { webp } = await encoded(bytes)
  expect(partsOf(webp)).toEqual(['VP8'])
  for (const told of [...telltales, 'Exif', 'GPS', 'xmp', '8BIM', 'ICC']) expect(webp.includes(told), told).toBe(false)
  const { exif, xmp, iptc, icc, orientation } = await sharp(webp).metadata()
  expect({ exif, xmp, iptc, icc, orientation }).toEqual({})
})

test('a photo taken with the camera on its side stands upright', async () => {
  const { webp, width, height } = await encoded(await tellingJpeg())
  expect([width, height]).toEqual([40, 80])
  // The red corner was up to the left of what the camera saw; upright it is up to the right.
  const { data } = await sharp(webp).raw().toBuffer({ resolveWithObject: true })
  const colourAt = (x: number, y: number) => [...data.subarray((y * 40 + x) * 3, (y * 40 + x) * 3 + 3)]
  const [red, , blue] = colourAt(30, 20)
  expect(red).toBeGreaterThan(180)
  expect(blue).toBeLessThan(80)
  expect(colourAt(8, 60)[2]).toBeGreaterThan(180)
})

test('a large photo becomes at most 1600 pixels wide or high, and a small one stays as it is', async () => {
  expect(await encoded(await picture(4000, 3000).jpeg().toBuffer())).toMatchObject({ width: 1600, height: 1200 })
  expect(await encoded(await picture(100, 3200).png().toBuffer())).toMatchObject({ width: 50, height: 1600 })
  expect(await encoded(await picture(90, 60).webp().toBuffer())).toMatchObject({ width: 90, height: 60 })
})

test('photos of every kind that is taken are read, print colours and see-through ones too', async () => {
  const kinds = [
    picture().jpeg({ progressive: true, chromaSubsampling: '4:4:4' }),
    picture().toColourspace('cmyk').jpeg(),
    picture().greyscale().jpeg(),
    picture().png({ progressive: true }),
    picture().png({ palette: true }),
    picture().toColourspace('rgb16').png(),
    picture().ensureAlpha(0.5).webp({ lossless: true }),
  ]
  for (const kind of kinds) expect(partsOf((await encoded(await kind.toBuffer())).webp)).not.toContain('ICCP')
})

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'

test.each([
  ['a drawing (SVG)', () => Buffer.from(svg)],
  ['a drawing that begins as XML', () => Buffer.from(`<?xml version="1.0"?>${svg}`)],
  ['a GIF', () => picture().gif().toBuffer()],
  ['a TIFF', () => picture().tiff().toBuffer()],
  ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF')],
  ['a page called photo.jpg', () => Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['an empty file', () => Buffer.alloc(0)],
  ['the beginning of a JPEG and no more', () => Buffer.from([0xff, 0xd8, 0xff])],
  ['the beginning of a PNG and no more', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['a PDF with a photo after it', async () => Buffer.concat([Buffer.from('%PDF-1.7\n'), await jpeg()])],
  ['a GIF that goes on as a script', () => Buffer.from('GIF89a/*\0\0\0\0*/=1;alert(1)')],
  ['a JPEG of which the half is missing', async () => half(await picture(800, 600).jpeg().toBuffer())],
  [
    'a progressive JPEG of which the half is missing',
    async () => half(await picture(800, 600).jpeg({ progressive: true }).toBuffer()),
  ],
  ['a PNG of which the half is missing', async () => half(await picture(400, 300).png().toBuffer())],
  ['a WebP of which the half is missing', async () => half(await picture(400, 300).webp().toBuffer())],
  [
    'a PNG with another picture’s name on it',
    async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), await picture().png().toBuffer()]),
  ],
])('%s is no photo', async (_, bytes) => {
  expect(await encodeAnew(await bytes())).toEqual({ refused: 'not-a-photo' })
})

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)

test('a photo of a phone’s own kind that cannot be opened here is told from a broken one', async () => {
  const heic = Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'), Buffer.alloc(200)])
  expect(await encodeAnew(heic)).toEqual({ refused: 'heic' })
})

test('a small file that claims to be enormous is refused unopened', async () => {
  for (const [width, height] of [
    [20_000, 20_000],
    [60_000, 60_000],
    [12_000, 12_000],
    [1_000_000, 3_000],
  ] as const)
    expect(await encodeAnew(hugePng(width, height))).toEqual({ refused: 'too-many-pixels' })
})

test('kinds of photo that must be held whole in memory may be less large than others', async () => {
  const flat = sharp({ create: { width: 8_000, height: 5_000, channels: 3, background: '#345' } })
  const tooMany = { refused: 'too-many-pixels' }
  expect(await encodeAnew(await flat.jpeg().toBuffer())).toMatchObject({ width: 1600, height: 1000 })
  expect(await encodeAnew(await flat.jpeg({ progressive: true }).toBuffer())).toEqual(tooMany)
  expect(await encodeAnew(await flat.webp({ lossless: true, effort: 0 }).toBuffer())).toEqual(tooMany)
})

test('a JPEG that is progressive, or keeps its colours apart, is one that must be held whole', async () => {
  const bytes = await picture().jpeg().toBuffer()
  expect(isHeldWhole(bytes)).toBe(false)
  expect(isHeldWhole(await picture().jpeg({ progressive: true }).toBuffer())).toBe(true)
  const apart = Buffer.from(bytes)
  apart[bytes.indexOf(Buffer.from([0xff, 0xda])) + 4] = 1
  expect(isHeldWhole(apart)).toBe(true)
})

test('whatever bytes there are, the answer is a photo or a refusal', async () => {
  const whole = await picture(200, 150).jpeg().toBuffer()
  expect(await encodeAnew(whole)).toHaveProperty('webp')
  const changes = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(changes, async (changed) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of changed) bytes[at] = value
      const result = await encodeAnew(bytes)
      if (!('refused' in result)) expect(partsOf(result.webp)).toEqual(['VP8'])
    }),
    { numRuns: 60 },
  )
})
