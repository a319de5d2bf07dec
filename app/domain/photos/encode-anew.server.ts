import type { Metadata } from 'sharp'
import { carefulSharp } from './careful-sharp.server.ts'
import { isHeldWhole, kindOfFile, type KindOfFile } from './kind-of-file.ts'
import type { PhotoRefusal } from './limits.ts'

const longestSide = 1600
const seconds = 30
const mostPixels = 0x3fff * 0x3fff

/** What decoding one photo may take of memory, in bytes; two are worked on at once. */
const mostMemory = 130_000_000

type Encoded = { webp: Buffer; width: number; height: number }

/**
 * Decodes a photo and encodes it anew: upright, at most 1600 pixels wide or high, in sRGB, WebP, and with nothing of
 * what the file said beside its picture. Refuses what is no photo, is broken, or would take too much memory.
 */
export async function encodeAnew(bytes: Uint8Array): Promise<Encoded | { refused: PhotoRefusal }> {
  const kind = kindOfFile(bytes)
  if (!kind) return { refused: 'not-a-photo' }
  const unreadable = { refused: kind === 'heic' ? 'heic' : 'not-a-photo' } as const
  // Reads the header alone, so that what claims to be huge is told from what is broken.
  const header = await carefulSharp(bytes, { limitInputPixels: false }).metadata().catch(nothing)
  if (!header) return unreadable
  const pixels = header.width * header.height
  if (pixels > mostPixels || pixels * memoryPerPixel(bytes, kind, header) > mostMemory)
    return { refused: 'too-many-pixels' }
  const encoded = await carefulSharp(bytes, { failOn: 'error', limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 80, effort: 2 })
    .timeout({ seconds })
    .toBuffer({ resolveWithObject: true })
    .catch(nothing)
  if (!encoded) return unreadable
  return { webp: encoded.data, width: encoded.info.width, height: encoded.info.height }
}

/** What a file cannot be decoded for is its own matter: it is refused, and the reason tells the sender nothing more. */
const nothing = () => undefined

/** What decoding takes of memory for each pixel, in bytes: what was measured for each kind, and some more. */
function memoryPerPixel(bytes: Uint8Array, kind: KindOfFile, header: Metadata): number {
  const { channels, depth, isProgressive, chromaSubsampling } = header
  if (kind === 'jpeg' && !isHeldWhole(bytes)) return 0.2
  if (kind === 'jpeg') return chromaSubsampling === '4:2:0' ? 3.5 : 2.3 * channels
  if (kind === 'png') return channels * (depth === 'ushort' ? 2 : 1) * (isProgressive ? 1.35 : 0.4)
  return 4.5
}
