import { crc32 } from 'node:zlib'

export type ZipFile = { name: string; bytes: Uint8Array }

/** 1 January 1980, the first day that the format knows: the same files give the same bytes, whenever they are packed. */
const [time, day] = [0, 0x21]
/** Names are UTF-8. */
const flags = 0x800

/** Packs files into a ZIP, uncompressed and in their order, so that equal files give equal bytes. */
export function zip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = Buffer.from(name, 'utf8')
    const facts = factsOf(bytes, path.length)
    const local = Buffer.concat([uints(4, 0x04034b50), uints(2, 20), facts, uints(2, 0), path, bytes])
    const rest = Buffer.concat([uints(2, 0, 0, 0, 0), uints(4, 0, offset)])
    directory.push(Buffer.concat([uints(4, 0x02014b50), uints(2, 20, 20), facts, rest, path]))
    locals.push(local)
    offset += local.length
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  const counts = uints(2, 0, 0, files.length, files.length)
  return Buffer.concat([...locals, ...directory, uints(4, 0x06054b50), counts, uints(4, size, offset), uints(2, 0)])
}

/** What both headers of a file say of it, from the flags to the length of its name. */
const factsOf = (bytes: Uint8Array, nameLength: number): Buffer =>
  Buffer.concat([
    uints(2, flags, 0, time, day),
    uints(4, crc32(bytes), bytes.length, bytes.length),
    uints(2, nameLength),
  ])

/** Whole numbers one after the other, little end first, `width` bytes each. */
function uints(width: 2 | 4, ...values: number[]): Buffer {
  const written = Buffer.alloc(width * values.length)
  values.forEach((value, index) => written.writeUIntLE(value, index * width, width))
  return written
}
