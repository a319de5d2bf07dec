import { useTranslation } from 'react-i18next'
import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import type { MapPoint } from './draw-map.ts'
import { firstView, project } from './projection.ts'

type Props = {
  base: BaseMap
  hexagons: readonly MapPoint[]
  language: Language
  /** The corners of what is shown; the first view unless said. */
  view?: [LatLon, LatLon]
  /** Code of an area to lift out. */
  marked?: string
}

/** One unit is one pixel on a phone, so that a name of 12 units can be read there. */
const width = 358

/** The built-in map as a drawing: outlines, water, tram lines, names, and where something has been said. */
export function SchematicMap({ base, hexagons, language, view = firstView, marked }: Props) {
  const { t } = useTranslation()
  const { height, point, path } = project(view, width)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t('map:label')}
      direction="ltr"
      className="h-auto w-full overflow-hidden rounded-card border border-line bg-sunken"
    >
      {base.areas.map(({ code, slug, name, rings }) => (
        <a key={code} href={paths.area(language, slug)} aria-label={name} className="group">
          <path
            d={rings.map((ring) => `${path(ring)}Z`).join('')}
            fillRule="evenodd"
            className={`${code === marked ? 'fill-accent-tint stroke-accent' : 'fill-land stroke-land-line'} group-hover:fill-accent-tint group-focus-visible:fill-accent-tint`}
          />
        </a>
      ))}
      <g aria-hidden="true" className="pointer-events-none">
        {base.water.map((shape, i) => (
          <path key={i} d={`${path(shape)}Z`} className="fill-water" />
        ))}
        {base.tram.map(({ name, line }) => (
          <path key={name} d={path(line)} fill="none" strokeWidth="1.75" className="stroke-line-strong" />
        ))}
      </g>
      {hexagons.map((hexagon) => (
        <HexagonLink key={hexagon.href} hexagon={hexagon} at={point([hexagon.lat, hexagon.lon])} />
      ))}
      <g aria-hidden="true" className="pointer-events-none fill-ink stroke-land">
        {base.areas.map(({ code, name, label }) => (
          <AreaName key={code} name={name} at={point(label)} marked={code === marked} />
        ))}
      </g>
    </svg>
  )
}

/** How many have been published in one hexagon, linked to them. */
function HexagonLink({ hexagon: { href, label, count }, at: [x, y] }: { hexagon: MapPoint; at: [number, number] }) {
  return (
    <a href={href} aria-label={label} className="group">
      <circle cx={x} cy={y} r="14" className="fill-transparent" />
      <circle
        cx={x}
        cy={y}
        r="8"
        strokeWidth="1.5"
        className="fill-voice stroke-surface group-focus-visible:stroke-ink"
      />
      <text x={x} y={y + 3.8} textAnchor="middle" fontSize="11" fontWeight="700" className="fill-surface">
        {count}
      </text>
    </a>
  )
}

/** A name in one line, or two where it has two words. */
function AreaName({ name, at: [x, y], marked }: { name: string; at: [number, number]; marked: boolean }) {
  const words = name.split(' ')
  return (
    <text
      lang="sv"
      textAnchor="middle"
      fontSize="12"
      fontWeight={marked ? '800' : '600'}
      strokeWidth="3"
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {words.map((word, i) => (
        <tspan key={word} x={x} y={y + 4 + (i - (words.length - 1) / 2) * 12}>
          {word}
        </tspan>
      ))}
    </text>
  )
}
