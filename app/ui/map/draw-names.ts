import type Leaflet from 'leaflet'
import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'
import { linkSize, type MapPoint } from './draw-map.ts'
import { placeNames } from './place-names.ts'

/** The zoom from which squares, then stops, are named; below it there is no room. */
const namedFrom = { square: 12.5, stop: 14 } as const

/** The height of a name in pixels, and how far around a dot nothing is written. */
const size = 12
const dotRadius = 4

const nameClass =
  'pointer-events-none absolute -translate-x-1/2 -translate-y-1/2 whitespace-pre text-center text-xs leading-none text-ink [text-shadow:0_0_2px_rgb(var(--land)),0_0_3px_rgb(var(--land)),0_0_5px_rgb(var(--land))]'
const dotClass = 'pointer-events-none absolute h-1.5 w-1.5 -translate-x-1/2 -translate-y-1/2 rounded-full bg-ink-soft'

/**
 * Writes the names of areas, and of squares and stops where the map is near enough, anew at every zoom, clear of each
 * other and of the given marks. Gives what stops it.
 */
export function drawNames(
  leaflet: typeof Leaflet,
  map: Leaflet.Map,
  { base, marks }: { base: BaseMap; marks: readonly MapPoint[] },
): () => void {
  const layer = leaflet.layerGroup().addTo(map)
  const write = () => {
    const zoom = map.getZoom()
    const pixel = (at: LatLon): [number, number] => {
      const { x, y } = map.project(at, zoom)
      return [x, y]
    }
    const dots = base.places.filter(({ kind }) => zoom >= namedFrom[kind])
    const names = [
      ...base.areas.map(({ name, label }) => ({ name, at: pixel(label), className: 'font-bold' })),
      ...dots.map(({ name, at }) => ({ name, at: pixel(at), className: 'font-normal' })),
    ]
    const room = [
      ...marks.map((mark) => ({ at: pixel([mark.lat, mark.lon]), radius: linkSize(mark) / 2 })),
      ...dots.map(({ at }) => ({ at: pixel(at), radius: dotRadius })),
    ]
    layer.clearLayers()
    for (const { at } of dots) layer.addLayer(labelAt(leaflet, at, { text: '', className: dotClass }))
    placeNames(names, { size, marks: room }).forEach(({ lines, x, y, clear }, i) => {
      const { lat, lng } = map.unproject([x, y], zoom)
      const className = `${nameClass} ${names[i]!.className}`
      if (clear) layer.addLayer(labelAt(leaflet, [lat, lng], { text: lines.join('\n'), className }))
    })
  }
  map.on('zoomend', write)
  write()
  return () => {
    map.off('zoomend', write)
    layer.remove()
  }
}

/** A text on the map that nothing can be done with; names are Swedish. */
function labelAt(leaflet: typeof Leaflet, at: LatLon, { text, className }: { text: string; className: string }) {
  const label = document.createElement('span')
  label.textContent = text
  label.lang = 'sv'
  label.className = className
  const icon = leaflet.divIcon({ html: label, className: '', iconSize: [0, 0] })
  return leaflet.marker(at, { icon, interactive: false, keyboard: false, zIndexOffset: -1000 })
}
