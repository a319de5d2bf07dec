import type Leaflet from 'leaflet'
import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'

/** Published submissions that are drawn as one, and where to read them. */
export type MapPoint = {
  lat: number
  lon: number
  /** The corners of a public place; what is gathered from several has none. */
  outline?: LatLon[] | undefined
  /** Its hexagon, that hexagon's level, and the wide one in which it lies. */
  cell: string
  level: number
  within: string
  count: string
  /** How many digits the count has. */
  size: number
  label: string
  href: string
}

type L = typeof Leaflet

// Colours are classes, not options, so that the map follows the page from light to dark.
const styles = {
  area: { className: 'fill-land stroke-land-line', fillOpacity: 1, weight: 1.5, interactive: false },
  water: { className: 'fill-water stroke-transparent', fillOpacity: 1, weight: 0, interactive: false },
  tram: { className: 'fill-transparent stroke-line-strong', weight: 2, fill: false, interactive: false },
  hexagon: { className: 'fill-voice stroke-voice', fillOpacity: 0.15, weight: 1, interactive: false },
  wide: { className: 'fill-transparent stroke-voice', weight: 1, dashArray: '2 6', fill: false, interactive: false },
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
  const links = points.map((point) => ({
    at: [point.lat, point.lon] as LatLon,
    size: linkSize(point),
    link: countLink(point),
  }))
  const layers = links.map(({ at, size, link }) => {
    leaflet.DomEvent.disableClickPropagation(link)
    const icon = leaflet.divIcon({ html: link, className: '', iconSize: [size, size] })
    return leaflet.marker(at, { icon, interactive: false, keyboard: false })
  })
  const hexagons = points.flatMap(({ cell, outline }) =>
    outline ? [leaflet.polygon(outline, isWide(cell) ? styles.wide : styles.hexagon)] : [],
  )
  const group = leaflet.layerGroup([...hexagons, ...layers]).addTo(map)
  const hideCut = () => {
    const { x: wide, y: high } = map.getSize()
    for (const { at, size, link } of links) {
      const { x, y } = map.latLngToContainerPoint(at)
      link.hidden = Math.min(x, wide - x, y, high - y) < size / 2
    }
  }
  map.on('moveend', hideCut)
  hideCut()
  return () => {
    map.off('moveend', hideCut)
    group.remove()
  }
}

/** The second sign of a hexagon is its resolution, in hexadecimal: those wider than usual lie over others. */
const isWide = (cell: string): boolean => cell[1] !== 'a'

/** In pixels; large enough to be tapped, and larger the more digits are in it. */
export const linkSize = ({ size }: MapPoint): number => [26, 30, 34, 44][Math.min(size, 4) - 1]!
const pickedSize = 26

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
  const icon = leaflet.divIcon({ html: mark, className: '', iconSize: [pickedSize, pickedSize] })
  return leaflet.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: 1000 }).addTo(map)
}
