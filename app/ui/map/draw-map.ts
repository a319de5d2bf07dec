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

const nameClass =
  'pointer-events-none absolute -translate-x-1/2 -translate-y-1/2 whitespace-nowrap text-ink [paint-order:stroke] [text-shadow:0_0_3px_rgb(var(--land)),0_0_3px_rgb(var(--land)),0_0_6px_rgb(var(--land))]'

/** The zoom from which squares, then stops, are named; below it there is no room. */
const namedFrom = { square: 13, stop: 14 } as const

/** Draws outlines, water, tram lines and names on the map. */
export function drawBase(leaflet: L, map: Leaflet.Map, base: BaseMap): void {
  for (const area of base.areas) leaflet.polygon(area.rings, styles.area).addTo(map)
  for (const shape of base.water) leaflet.polygon(shape, styles.water).addTo(map)
  for (const { line } of base.tram) leaflet.polyline(line, styles.tram).addTo(map)
  for (const { name, label } of base.areas) nameAt(leaflet, label, name, 'text-xs font-bold').addTo(map)
  for (const kind of ['square', 'stop'] as const) {
    const names = base.places
      .filter((place) => place.kind === kind)
      .map(({ name, at }) => nameAt(leaflet, at, `• ${name}`, 'text-[0.6875rem]'))
    showFrom(map, leaflet.layerGroup(names), namedFrom[kind])
  }
}

/** Draws the published hexagons, each with its count as a link to what was said there. */
export function drawPoints(leaflet: L, map: Leaflet.Map, points: readonly MapPoint[]): Leaflet.LayerGroup {
  const layers = points.flatMap(({ lat, lon, outline, count, label, href }) => {
    const link = document.createElement('a')
    link.href = href
    link.className =
      'leaflet-interactive flex h-8 w-8 items-center justify-center rounded-full border-2 border-surface bg-voice text-sm font-bold text-surface no-underline'
    link.textContent = count
    link.setAttribute('aria-label', label)
    link.title = label
    leaflet.DomEvent.disableClickPropagation(link)
    const icon = leaflet.divIcon({ html: link, className: '', iconSize: [32, 32] })
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

function nameAt(leaflet: L, at: LatLon, name: string, className: string): Leaflet.Marker {
  const text = document.createElement('span')
  text.textContent = name
  text.lang = 'sv'
  text.className = `${nameClass} ${className}`
  const icon = leaflet.divIcon({ html: text, className: '', iconSize: [0, 0] })
  return leaflet.marker(at, { icon, interactive: false, keyboard: false })
}

/** Keeps a layer on the map only from a zoom on. */
function showFrom(map: Leaflet.Map, layer: Leaflet.Layer, zoom: number): void {
  const update = () => (map.getZoom() >= zoom ? layer.addTo(map) : layer.remove())
  map.on('zoomend', update)
  update()
}
