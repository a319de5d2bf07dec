import type Leaflet from 'leaflet'
import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'

/** A published hexagon: its centre, its corners, how many submissions it holds and where to read them. */
export type MapPoint = { lat: number; lon: number; outline: LatLon[]; count: string; label: string; href: string }

type L = typeof Leaflet

// Colours are classes, not options, so that the map follows the page from light to dark.
const styles = {
  area: { className: 'fill-land stroke-land-line', fillOpacity: 1, weight: 1.5, interactive: false },
  water: { className: 'fill-water stroke-transparent', fillOpacity: 1, weight: 0, interactive: false },
  tram: { className: 'fill-transparent stroke-line-strong', weight: 2, fill: false, interactive: false },
  hexagon: { className: 'fill-voice stroke-voice', fillOpacity: 0.25, weight: 2, interactive: false },
  picked: { className: 'fill-voice stroke-surface', fillOpacity: 1, weight: 4, radius: 12, interactive: false },
} as const

/** Draws outlines, water and tram lines on the map. */
export function drawBase(leaflet: L, map: Leaflet.Map, base: BaseMap): void {
  for (const area of base.areas) leaflet.polygon(area.rings, styles.area).addTo(map)
  for (const shape of base.water) leaflet.polygon(shape, styles.water).addTo(map)
  for (const { line } of base.tram) leaflet.polyline(line, styles.tram).addTo(map)
}

/** Draws the published hexagons, each with its count as a link to what was said there. */
export function drawPoints(leaflet: L, map: Leaflet.Map, points: readonly MapPoint[]): Leaflet.LayerGroup {
  const layers = points.flatMap(({ lat, lon, outline, count, label, href }) => {
    const link = document.createElement('a')
    link.href = href
    link.className =
      'leaflet-interactive flex h-6 w-6 items-center justify-center rounded-full border-2 border-surface bg-voice text-sm font-bold !text-surface no-underline focus-visible:outline-ink'
    link.textContent = count
    link.setAttribute('aria-label', label)
    link.title = label
    leaflet.DomEvent.disableClickPropagation(link)
    const icon = leaflet.divIcon({ html: link, className: '', iconSize: [24, 24] })
    return [
      leaflet.polygon(outline, styles.hexagon),
      leaflet.marker([lat, lon], { icon, interactive: false, keyboard: false }),
    ]
  })
  return leaflet.layerGroup(layers).addTo(map)
}

/** Marks the place that was chosen. */
export const drawPicked = (leaflet: L, map: Leaflet.Map, at: LatLon): Leaflet.CircleMarker =>
  leaflet.circleMarker(at, styles.picked).addTo(map)
