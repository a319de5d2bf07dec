import { cellToLatLng, polygonToCells } from 'h3-js'
import { allPlaces, districtAreas } from '#app/domain/areas/queries.server.ts'
import { areaOfPoint } from '#app/domain/areas/locate.server.ts'
import { publicPlace } from '#app/domain/submissions/public-place.server.ts'

/** A place of a submission, and the two public places it may have: the usual one and that of a sensitive category. */
export type BenchPlace = {
  area: string
  lat: number
  lon: number
  usual: Awaited<ReturnType<typeof publicPlace>>
  sensitive: Awaited<ReturnType<typeof publicPlace>>
}

/** Numbers from 0 to 1 that are the same each time. */
export function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

/** So many places: three of four within some hundred metres of a stop, where people are, the rest all over the district. */
export async function benchPlaces(count: number): Promise<BenchPlace[]> {
  const random = chance(7)
  const stops = await allPlaces()
  const cells = (await districtAreas()).flatMap(({ outline }) =>
    outline.type === 'Polygon' ? polygonToCells(outline.coordinates, 10, true) : [],
  )
  const near = (spread: number) => (random() + random() + random() - 1.5) * spread
  const places: BenchPlace[] = []
  while (places.length < count) {
    const stop = stops[Math.floor(random() * stops.length)]!
    const [wideLat, wideLon] = cellToLatLng(cells[Math.floor(random() * cells.length)]!)
    const atStop = random() < 0.75
    const lat = atStop ? stop.lat + near(0.004) : wideLat
    const lon = atStop ? stop.lon + near(0.0075) : wideLon
    const area = await areaOfPoint(lat, lon)
    if (area) places.push({ area, lat, lon, ...(await publicPlaces(area, lat, lon)) })
  }
  return places
}

async function publicPlaces(areaCode: string, lat: number, lon: number) {
  const placed = (category: 'lighting' | 'drugs') => publicPlace({ category, areaCode, lat, lon })
  return { usual: await placed('lighting'), sensitive: await placed('drugs') }
}
