import type Leaflet from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import type { MapPoint } from './draw-map.ts'

/** The zoom from which there is room for hexagons of a level. */
const levels = [
  { from: 14.75, level: 10 },
  { from: 13.25, level: 9 },
  { from: 12.25, level: 8 },
] as const

/** No point of a hexagon is so many degrees away from its mark: at level 7, and at level 8. */
const reaches = { 7: { lat: 0.022, lon: 0.04 }, 8: { lat: 0.008, lon: 0.014 } } as const

/** What a live map asks for and keeps: what lies in wide hexagons at a level. */
type Ask = (level: number, wide: string[]) => Promise<MapPoint[]>

/**
 * What a live map draws: the given points, and where it is near instead of those in sight what lies in them, asked for
 * when it is first seen. Until that is there, and when it cannot be had, what was drawn before.
 */
export function useNearPoints(
  map: Leaflet.Map | undefined,
  all: readonly MapPoint[],
  language: Language | undefined,
): readonly MapPoint[] {
  const [shown, setShown] = useState(all)
  const known = useRef(new Map<string, MapPoint[]>())
  useEffect(() => {
    if (!map || !language) return setShown(all)
    let asked = new AbortController()
    const show = () => {
      asked.abort()
      const { signal } = (asked = new AbortController())
      const ask: Ask = (level, wide) =>
        askFor(known.current, paths.mapHexagons.bind(undefined, language), { level, wide, signal })
      const near = nearPoints(map, all, ask)
      near.then((points) => signal.aborted || setShown(points)).catch(() => {})
    }
    map.on('moveend', show)
    show()
    return () => {
      asked.abort()
      map.off('moveend', show)
    }
  }, [map, all, language])
  return shown
}

async function nearPoints(map: Leaflet.Map, all: readonly MapPoint[], ask: Ask): Promise<readonly MapPoint[]> {
  const level = levels.find(({ from }) => map.getZoom() >= from)?.level ?? 7
  const given = all[0]?.level ?? 10
  if (level <= given) return all
  const quarters = given === 7 ? await ask(8, cellsInSight(map, all, 7)) : all
  return level === 8 ? quarters : ask(level, cellsInSight(map, quarters, 8))
}

function cellsInSight(map: Leaflet.Map, points: readonly MapPoint[], level: 7 | 8): string[] {
  const reach = reaches[level]
  const bounds = map.getBounds()
  const [south, north] = [bounds.getSouth() - reach.lat, bounds.getNorth() + reach.lat]
  const [west, east] = [bounds.getWest() - reach.lon, bounds.getEast() + reach.lon]
  return points
    .filter(({ lat, lon }) => lat > south && lat < north && lon > west && lon < east)
    .map(({ cell }) => cell)
    .sort()
}

type Asked = { level: number; wide: string[]; signal: AbortSignal }

/** From what is known, and the rest from the portal. */
async function askFor(
  known: Map<string, MapPoint[]>,
  address: (level: number, wide: string[]) => string,
  { level, wide, signal }: Asked,
): Promise<MapPoint[]> {
  const missing = wide.filter((cell) => !known.has(`${level} ${cell}`))
  if (missing.length > 0) {
    const answer = await fetch(address(level, missing), { signal })
    if (!answer.ok) throw new Error('no points')
    const points = (await answer.json()) as MapPoint[]
    for (const cell of missing) {
      const inside = points.filter(({ within }) => within === cell)
      known.set(`${level} ${cell}`, inside)
    }
  }
  return wide.flatMap((cell) => known.get(`${level} ${cell}`) ?? [])
}
