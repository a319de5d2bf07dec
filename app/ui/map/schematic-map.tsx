import { useTranslation } from 'react-i18next'
import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import type { MapPoint } from './draw-map.ts'
import { placeNames } from './place-names.ts'
import { drawingWidth as width, firstView, project } from './projection.ts'

type Props = {
  base: BaseMap
  hexagons: readonly MapPoint[]
  language: Language
  /** The corners of what is shown; the first view unless said. */
  view?: [LatLon, LatLon]
  /** Code of an area to lift out. */
  marked?: string
}

type Point = [number, number]

/** The built-in map as a drawing: outlines, water, tram lines, names, and where something has been said. */
export function SchematicMap({ base, hexagons, language, view = firstView, marked }: Props) {
  const { t } = useTranslation()
  const { height, point, path, shape } = project(view, width)
  const areas = base.areas.map((area) => ({ ...area, d: area.rings.map(shape).join('') })).filter(({ d }) => d !== '')
  const marks = marksIn([width, height], hexagons, point)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={t('map:label')}
      direction="ltr"
      className="h-auto w-full overflow-hidden rounded-card border border-line bg-sunken"
    >
      {markedLast(areas, marked).map(({ code, slug, name, d }) => (
        <a key={code} href={paths.area(language, slug)} aria-label={name} className="group">
          <path
            d={d}
            fillRule="evenodd"
            className={`${code === marked ? 'fill-accent-tint stroke-accent' : 'fill-land stroke-land-line'} group-hover:fill-accent-tint group-focus-visible:fill-accent-tint`}
          />
        </a>
      ))}
      <g aria-hidden="true" className="pointer-events-none">
        {base.water.map((water, i) => (
          <path key={i} d={shape(water)} className="fill-water" />
        ))}
        {base.tram.map(({ name, line }) => (
          <path key={name} d={path(line)} fill="none" strokeWidth="1.75" className="stroke-line-strong" />
        ))}
      </g>
      <Names base={base} marked={marked} point={point} size={[width, height]} marks={marks} near={isNear(view)} />
      <g textAnchor="middle" fontSize="11" fontWeight="700">
        {marks.map(({ hexagon, at, radius }) => (
          <HexagonLink key={hexagon.href} {...{ hexagon, at, radius }} />
        ))}
      </g>
    </svg>
  )
}

/** The order of drawing: the outline that is lifted out lies on top of its neighbours'. */
const markedLast = <Area extends { code: string }>(areas: Area[], marked: string | undefined) =>
  [...areas].sort((one, other) => Number(one.code === marked) - Number(other.code === marked))

/**
 * The marks of those that lie in the drawing, whole also at its edge. What lies outside is on the page of its area, to
 * which the drawing leads, and in the list.
 */
const marksIn = ([wide, high]: Point, hexagons: readonly MapPoint[], point: (at: LatLon) => Point) =>
  hexagons.flatMap((hexagon) => {
    const [x, y] = point([hexagon.lat, hexagon.lon])
    const radius = radiusOf(hexagon)
    const inside = (value: number, end: number) => Math.min(Math.max(value, radius + 2), end - radius - 2)
    const at: Point = [inside(x, wide), inside(y, high)]
    return x > 0 && x < wide && y > 0 && y < high ? [{ hexagon, at, radius }] : []
  })

/** The more digits, the larger the mark. */
const radiusOf = ({ size }: MapPoint): number => [8, 10, 12, 16][Math.min(size, 4) - 1]!

type HexagonProps = { hexagon: MapPoint; at: Point; radius: number }

/** How many have been published in one hexagon, linked to them. */
function HexagonLink({ hexagon: { href, label, count }, at: [x, y], radius }: HexagonProps) {
  return (
    <a href={href} aria-label={label} className="group fill-voice stroke-surface no-underline">
      {radius < 14 && <circle cx={x} cy={y} r="14" className="fill-transparent stroke-none" />}
      <circle cx={x} cy={y} r={radius} strokeWidth="1.5" className="group-focus-visible:stroke-ink" />
      <text x={x} y={y + 3.8} className="fill-surface stroke-none">
        {count}
      </text>
    </a>
  )
}

type NamesProps = {
  base: BaseMap
  marked: string | undefined
  point: (at: LatLon) => Point
  /** Width and height of the drawing. */
  size: Point
  marks: { at: Point; radius: number }[]
  /** Squares are named too. */
  near: boolean
}

/** True for a view that is near enough for the names of squares. */
const isNear = ([[, west], [, east]]: [LatLon, LatLon]): boolean => east - west < 0.1

/** The names of what is shown, the marked area's first; one that finds no room is left out. */
function Names({ base, marked, point, size: [wide, high], marks, near }: NamesProps) {
  const isShown = ({ at: [x, y] }: { at: Point }) => x > 0 && x < wide && y > 12 && y < high - 12
  const [others, first] = [
    base.areas.filter(({ code }) => code !== marked),
    base.areas.filter(({ code }) => code === marked),
  ]
  const areas = [...first, ...others].map(({ name, label }) => ({ name, at: point(label) })).filter(isShown)
  const squares = near ? base.places.filter(({ kind }) => kind === 'square') : []
  const dots = squares.map(({ name, at }) => ({ name, at: point(at), radius: 3 })).filter(isShown)
  const written = placeNames([...areas, ...dots], { size: 12, marks: [...marks, ...dots], width: wide })
  return (
    <g aria-hidden="true" className="pointer-events-none fill-ink stroke-land">
      {dots.map(({ name, at: [x, y] }) => (
        <circle key={name} cx={x} cy={y} r="2.5" strokeWidth="1" className="fill-ink-soft" />
      ))}
      {written.map(
        ({ name, lines, x, y, clear }, i) =>
          clear && (
            <text
              key={`${name} ${i}`}
              lang="sv"
              textAnchor="middle"
              fontSize="12"
              fontWeight={i < areas.length ? '700' : '400'}
              strokeWidth="3"
              strokeLinejoin="round"
              paintOrder="stroke"
            >
              {lines.map((line, n) => (
                <tspan key={line} x={Math.round(x)} y={Math.round(y + 4 + (n - (lines.length - 1) / 2) * 12)}>
                  {line}
                </tspan>
              ))}
            </text>
          ),
      )}
    </g>
  )
}
