import { areaOfPoint } from './locate.server.ts'

/** Degrees of latitude for a metre, and eight ways to look. */
const degrees = 1 / 111_320
const ways = [0, 45, 90, 135, 180, 225, 270, 315].map((angle) => (angle * Math.PI) / 180)

/** The areas within so many metres of a point, its own first; of a whole area that one alone. Degrees, WGS 84. */
export async function areasAround(
  { lat, lon, areaCode }: { lat: number | null; lon: number | null; areaCode: string },
  metres: number,
): Promise<string[]> {
  if (lat === null || lon === null) return [areaCode]
  const wider = Math.cos((lat * Math.PI) / 180)
  const around = ways.map((way) =>
    areaOfPoint(lat + Math.cos(way) * metres * degrees, lon + (Math.sin(way) * metres * degrees) / wider),
  )
  const found = (await Promise.all(around)).filter((code) => code !== undefined)
  return [...new Set([areaCode, ...found])]
}
