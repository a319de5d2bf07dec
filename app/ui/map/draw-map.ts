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
} as const

/** Draws outlines, water and tram lines on the map. */
export function drawBase(leaflet: L, map: Leaflet.Map, base: BaseMap): void {
  for (const area of base.areas) leaflet.polygon(area.rings, styles.area).addTo(map)
  for (const shape of base.water) leaflet.polygon(shape, styles.water).addTo(map)
  for (const { line } of base.tram) leaflet.polyline(line, styles.tram).addTo(map)
}

/**
 * Draws the published hexagons, each with its count as a link to what was said there. A link that the edge of the map
 * would cut is hidden until the map is moved. Gives what takes them away.
 */
export function drawPoints(leaflet: L, map: Leaflet.Map, points: readonly MapPoint[]): () => void {
  const links = points.map((point) => ({ at: [point.lat, point.lon] as LatLon, link: countLink(point) }))
  const layers = links.map(({ at, link }) => {
    leaflet.DomEvent.disableClickPropagation(link)
    const icon = leaflet.divIcon({ html: link, className: '', iconSize: [linkSize, linkSize] })
    return leaflet.marker(at, { icon, interactive: false, keyboard: false })
  })
  const hexagons = points.map(({ outline }) => leaflet.polygon(outline, styles.hexagon))
  const group = leaflet.layerGroup([...hexagons, ...layers]).addTo(map)
  const hideCut = () => {
    const { x: wide, y: high } = map.getSize()
    for (const { at, link } of links) {
      const { x, y } = map.latLngToContainerPoint(at)
      link.hidden = Math.min(x, wide - x, y, high - y) < linkSize / 2
    }
  }
  map.on('moveend', hideCut)
  hideCut()
  return () => {
    map.off('moveend', hideCut)
    group.remove()
  }
}

/** In pixels; large enough to be tapped. */
const linkSize = 26

function countLink({ href, count, label }: MapPoint): HTMLAnchorElement {
  const link = document.createElement('a')
  link.href = href
  link.className =
    'leaflet-interactive flex h-full w-full items-center justify-center rounded-full border-2 border-surface bg-voice text-sm font-bold !text-surface no-underline focus-visible:outline-ink [&[hidden]]:hidden'
  link.textContent = count
  link.setAttribute('aria-label', label)
  link.title = label
  return link
}

/** Marks the place that was chosen, above everything else. */
export function drawPicked(leaflet: L, map: Leaflet.Map, at: LatLon): Leaflet.Marker {
  const mark = document.createElement('span')
  mark.className = 'block h-full w-full rounded-full border-4 border-surface bg-voice shadow-card'
  const icon = leaflet.divIcon({ html: mark, className: '', iconSize: [linkSize, linkSize] })
  return leaflet.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: 1000 }).addTo(map)
}
