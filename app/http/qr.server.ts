import QRCode from 'qrcode'

/** A QR code as one SVG path, in modules: `size` of them on each side, without the quiet zone. */
export type Qr = { size: number; path: string }

/** The QR code of a text, which survives a fold or a stain on paper (a seventh of it may be lost). */
export function qrOf(text: string): Qr {
  const { size, data } = QRCode.create(text, { errorCorrectionLevel: 'M' }).modules
  const rows = Array.from({ length: size }, (_, y) => [...data.subarray(y * size, (y + 1) * size)])
  return { size, path: rows.map(runsIn).join('') }
}

/** The dark modules of one row, each unbroken run as a rectangle one module high. */
function runsIn(row: number[], y: number): string {
  const runs = row.join('').matchAll(/1+/g)
  return [...runs].map(({ 0: { length }, index }) => `M${index} ${y}h${length}v1h-${length}z`).join('')
}
