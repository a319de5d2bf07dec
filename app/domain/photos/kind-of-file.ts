export type KindOfFile = 'jpeg' | 'png' | 'webp' | 'heic'

/** What the first bytes of each kind are, where a dot stands for any byte. */
const beginnings: readonly [KindOfFile, RegExp][] = [
  ['jpeg', /^\xff\xd8\xff/],
  // eslint-disable-next-line no-control-regex
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['webp', /^RIFF[^]{4}WEBPVP8/],
  ['heic', /^[^]{4}ftyp(heic|heix|heim|heis|hevc|hevx|mif1|msf1)/],
]

/** What a file is by its bytes, whatever its name says; undefined for all that is no photo. */
export function kindOfFile(bytes: Uint8Array): KindOfFile | undefined {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('latin1')
  return beginnings.find(([, pattern]) => pattern.test(start))?.[0]
}

/**
 * True for a JPEG that must be held whole while it is decoded: a progressive one, and one whose colours come one after
 * the other. All others are read line by line.
 */
export function isHeldWhole(jpeg: Uint8Array): boolean {
  const bytes = Buffer.from(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  let components = 0
  for (let at = 2; at + 10 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff && at + 10 < bytes.length) at++
    const marker = bytes[at + 1] ?? 0
    if (bytes[at] !== 0xff) return true
    if (marker === startOfScan) return bytes[at + 4] !== components
    if (!isFrame(marker)) continue
    if (marker !== baseline && marker !== extended) return true
    components = bytes[at + 9] ?? 0
  }
  return true
}

const startOfScan = 0xda
const [baseline, extended] = [0xc0, 0xc1]
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
