import type Leaflet from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BaseMap } from '#app/domain/areas/base-map.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { drawBase, drawPicked, drawPoints, type MapPoint } from './draw-map.ts'
import { drawNames } from './draw-names.ts'
import { firstView, mapBounds } from './projection.ts'
import { useBaseMap } from './use-base-map.ts'
import { useNearPoints } from './use-near-points.ts'

type Props = {
  /** What is drawn, or the address where that is kept. */
  base: BaseMap | string
  /** The map's name for those who do not see it. */
  label: string
  points?: readonly MapPoint[]
  /** The language in which the points are told in more detail where the map is near. */
  language?: Language
  /** The chosen place, and what to do when one is chosen; without `onPick` nothing can be. */
  picked?: { lat: number; lon: number } | undefined
  /** Brings the map to the chosen place, for one that was not chosen on it. */
  bring?: boolean
  onPick?: ((lat: number, lon: number) => void) | undefined
  /** Shown until the map is there, and where script does not run. */
  children?: React.ReactNode
}

type Opened = { leaflet: typeof Leaflet; map: Leaflet.Map }

const noPoints: readonly MapPoint[] = []

/** The built-in map, live: pan and zoom by hand or keyboard, and choose a place. Asks nobody else for anything. */
export function LiveMap({
  base: given,
  label,
  points: all = noPoints,
  language,
  picked,
  bring = false,
  onPick,
  children,
}: Props) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  const [opened, setOpened] = useState<Opened>()
  const box = useRef<HTMLDivElement>(null)
  const how = useId()
  const { base, failed } = useBaseMap(given)
  useEffect(() => setAsked(true), [])

  useEffect(() => {
    if (!asked || !base) return
    let map: Leaflet.Map | undefined
    let gone = false
    void import('leaflet').then(({ default: leaflet }) => {
      if (gone || !box.current) return
      map = openMap(leaflet, box.current, { zoomIn: t('map:zoomIn'), zoomOut: t('map:zoomOut') })
      drawBase(leaflet, map, base)
      setOpened({ leaflet, map })
    })
    return () => {
      gone = true
      setOpened(undefined)
      map?.remove()
    }
  }, [asked, base, t])

  const points = useNearPoints(opened?.map, all, language)
  useEffect(() => opened && drawPoints(opened.leaflet, opened.map, points), [opened, points])

  useEffect(
    () => opened && base && drawNames(opened.leaflet, opened.map, { base, marks: points }),
    [opened, base, points],
  )

  const [lat, lon] = [picked?.lat, picked?.lon]
  useEffect(() => {
    if (!opened || lat === undefined || lon === undefined) return
    const mark = drawPicked(opened.leaflet, opened.map, [lat, lon])
    if (bring) opened.map.setView([lat, lon], Math.max(opened.map.getZoom(), nearZoom))
    return () => void mark.remove()
  }, [opened, lat, lon, bring])

  useEffect(() => {
    if (!opened || !onPick) return
    const pick = ({ latlng }: Leaflet.LeafletMouseEvent) => onPick(rounded(latlng.lat), rounded(latlng.lng))
    opened.map.on('click', pick)
    return () => void opened.map.off('click', pick)
  }, [opened, onPick])

  if (!asked) return children
  const pickMiddle = () => {
    const middle = opened?.map.getCenter()
    if (middle) onPick?.(rounded(middle.lat), rounded(middle.lng))
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target !== box.current || !onPick) return
    event.preventDefault()
    pickMiddle()
  }
  return (
    <figure className="flex flex-col gap-3">
      <div className="relative isolate overflow-hidden rounded-card border border-line">
        {/* A map is moved and pointed at by the keyboard: Leaflet makes it focusable. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          ref={box}
          dir="ltr"
          role="group"
          aria-label={label}
          aria-describedby={how}
          onKeyDown={onKeyDown}
          className={`${onPick ? 'h-[24rem] sm:h-[32rem]' : 'h-[32rem] sm:h-[38rem]'} !bg-sunken !font-[inherit] focus-visible:outline-offset-[-3px] [&_.leaflet-bar]:!border-line-strong [&_.leaflet-bar_a]:!h-11 [&_.leaflet-bar_a]:!w-11 [&_.leaflet-bar_a]:!border-line [&_.leaflet-bar_a]:!bg-surface [&_.leaflet-bar_a]:!leading-[2.75rem] [&_.leaflet-bar_a]:!text-ink`}
        />
        {onPick && <CrossHair />}
      </div>
      {failed && <p role="status">{t('map:failed')}</p>}
      {onPick && (
        <button type="button" className="button-quiet w-full sm:w-auto sm:self-start" onClick={pickMiddle}>
          {t('map:pickMiddle')}
        </button>
      )}
      <figcaption className="text-sm text-ink-soft">
        <span id={how}>{t(onPick ? 'map:howToPick' : 'map:howToMove')}</span> {t('common:footer.credit')}
      </figcaption>
    </figure>
  )
}

/** Where "the middle of the map" is. */
function CrossHair() {
  return (
    <svg
      viewBox="0 0 40 40"
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 z-[500] m-auto h-10 w-10 stroke-ink opacity-70"
    >
      <path d="M20 2V15M20 25V38M2 20H15M25 20H38" strokeWidth="2.5" strokeLinecap="round" />
    </svg>
  )
}

/** The zoom at which single streets can be told apart. */
const nearZoom = 15

/** Five decimals are about a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1e5) / 1e5

/** Opens an empty map on the district; the wheel zooms only while the map has the focus, so that the page can scroll. */
function openMap(leaflet: typeof Leaflet, box: HTMLElement, words: { zoomIn: string; zoomOut: string }): Leaflet.Map {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  const map = leaflet.map(box, {
    ...{ maxBounds: mapBounds, maxBoundsViscosity: 0.8, minZoom: 10.5, maxZoom: 17, zoomSnap: 0.25 },
    ...{ zoomControl: false, attributionControl: false, scrollWheelZoom: false },
    ...{ zoomAnimation: !still, fadeAnimation: !still, inertia: !still },
  })
  leaflet.control.zoom({ zoomInTitle: words.zoomIn, zoomOutTitle: words.zoomOut }).addTo(map)
  map.on('focus', () => map.scrollWheelZoom.enable())
  map.on('blur', () => map.scrollWheelZoom.disable())
  map.fitBounds(firstView)
  return map
}
