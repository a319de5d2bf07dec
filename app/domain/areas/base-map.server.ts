import { once } from '#db/once.server.ts'
import type { Outline } from '#db/schema/areas.ts'
import { allMapLines, allPlaces, districtAreas } from './queries.server.ts'

/** A point of the map in degrees (WGS 84), latitude first. */
export type LatLon = [lat: number, lon: number]

/** What the built-in schematic map draws; small enough to go with a page. */
export type BaseMap = {
  areas: { code: string; slug: string; name: string; label: LatLon; rings: LatLon[][] }[]
  /** Closed shapes of water. */
  water: LatLon[][]
  tram: { name: string; line: LatLon[] }[]
  /** Squares and stops, to find one's way by. */
  places: { name: string; kind: 'square' | 'stop'; at: LatLon }[]
}

const kept = () => once<{ map?: Promise<BaseMap> }>('base map', () => ({}))

/** The schematic map of the district, read once per process. */
export function baseMap(): Promise<BaseMap> {
  const cache = kept()
  cache.map ??= readBaseMap().catch((error) => {
    delete cache.map
    throw error
  })
  return cache.map
}

async function readBaseMap(): Promise<BaseMap> {
  const [areas, lines, places] = await Promise.all([districtAreas(), allMapLines(), allPlaces()])
  const drawn = lines.map(({ name, kind, line }) => ({ name, kind, line: line.map(turned) }))
  return {
    areas: areas.map(({ code, slug, name, lat, lon, outline }) => ({
      ...{ code, slug, name },
      label: rounded(lat, lon),
      rings: ringsOf(outline).map((ring) => ring.map(turned)),
    })),
    water: drawn.filter((one) => one.kind === 'water').map((one) => one.line),
    tram: drawn.filter((one) => one.kind === 'tram').map(({ name, line }) => ({ name, line })),
    places: places.map(({ name, kind, lat, lon }) => ({ name, kind, at: rounded(lat, lon) })),
  }
}

/** All rings of an outline; holes and islands come out right when they are filled by the even-odd rule. */
const ringsOf = (outline: Outline): [number, number][][] =>
  outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat()

const turned = ([lon, lat]: [number, number]): LatLon => rounded(lat, lon)

/** Four decimals are about ten metres. */
const rounded = (lat: number, lon: number): LatLon => [Math.round(lat * 1e4) / 1e4, Math.round(lon * 1e4) / 1e4]
