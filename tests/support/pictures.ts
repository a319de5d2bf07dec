import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** A picture with noise in it, so that no two are the same and none compresses to nothing. */
export const picture = (width = 64, height = 48): Sharp =>
  sharp({
    create: { width, height, channels: 3, background: '#567', noise: { type: 'gaussian', mean: 128, sigma: 25 } },
  })

/** A small JPEG that nobody else has. */
export const jpeg = (): Promise<Buffer> => picture().jpeg().toBuffer()

/** What cameras write beside the picture; none of it may come out. */
export const telltales = ['Telefonen AB', 'Amina Svensson', '2026:11:20', 'hemadress', 'serienummer', 'Lövgärdet']

/** A JPEG that says where, when, with what and by whom it was taken (EXIF, XMP, IPTC and a comment), lying on its side. */
export async function tellingJpeg(): Promise<Buffer> {
  const red = {
    input: { create: { width: 40, height: 20, channels: 3 as const, background: '#f00' } },
    top: 0,
    left: 0,
  }
  const plain = await sharp({ create: { width: 80, height: 40, channels: 3, background: '#00f' } })
    .composite([red])
    .withExif({
      IFD0: { Make: 'Telefonen AB', Artist: 'Amina Svensson', DateTime: '2026:11:20 08:00:00', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '57/1 49/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '12/1 2/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="hemadress"/></rdf:RDF></x:xmpmeta>',
    )
    .withIccProfile('p3')
    .jpeg({ quality: 95 })
    .toBuffer()
  const iptc = Buffer.concat([
    Buffer.from('Photoshop 3.0\0', 'latin1'),
    Buffer.from('8BIM\x04\x04\0\0\0\0\0\x11\x1c\x02\x5a\0\x0bL\xf6vg\xe4rdet\0', 'latin1'),
    Buffer.from('Lövgärdet'),
  ])
  const segments = [segment(0xed, iptc), segment(0xfe, Buffer.from('serienummer 1234'))]
  return Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)])
}

function segment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A PNG of a few hundred bytes that says that it is as large as this. */
export function hugePng(width: number, height: number): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (kind: string, body: Buffer) => {
    const [length, sum, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(kind), body])]
    length.writeUInt32BE(body.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const pixels = deflateSync(Buffer.alloc(100_000))
  return Buffer.concat([start, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}
