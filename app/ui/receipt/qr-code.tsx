type Qr = { size: number; path: string }

const quietZone = 4

/** A QR code, black on white in any light: cameras read nothing else as well. */
export function QrCode({ qr: { size, path }, label }: { qr: Qr; label: string }) {
  const side = size + 2 * quietZone
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      shapeRendering="crispEdges"
      className="order-last h-52 w-52 shrink-0 rounded-control border border-line sm:order-first print:order-first"
    >
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="white" />
      <path d={path} fill="black" />
    </svg>
  )
}
