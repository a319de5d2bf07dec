import type { BaseMap, LatLon } from '#app/domain/areas/base-map.server.ts'
import { placeNames } from '../map/place-names.ts'
import { drawingWidth as width, firstView, project } from '../map/projection.ts'

export type HeatHexagon = { key: string; count: number; share: number; corners: LatLon[] }

type Props = { base: BaseMap; hexagons: HeatHexagon[]; labelledBy: string }

/** Where most was said: hexagons some 900 metres wide on the schematic map, the fuller the more. */
export function HeatMap({ base, hexagons, labelledBy }: Props) {
  const { height, point, path, shape } = project(firstView, width)
  const drawn = hexagons.map(({ corners, ...one }) => ({ ...one, d: shape(corners) })).filter(({ d }) => d !== '')
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={labelledBy}
      direction="ltr"
      className="h-auto w-full overflow-hidden rounded-card border border-line bg-sunken"
    >
      {base.areas.map(({ code, rings }) => (
        <path key={code} d={rings.map(shape).join('')} fillRule="evenodd" className="fill-land stroke-land-line" />
      ))}
      {base.water.map((water, i) => (
        <path key={i} d={shape(water)} className="fill-water" />
      ))}
      {base.tram.map(({ name, line }) => (
        <path key={name} d={path(line)} fill="none" strokeWidth="1.75" className="stroke-line-strong" />
      ))}
      {drawn.map(({ key, d, share }) => (
        <path key={key} d={d} fillOpacity={0.15 + 0.5 * share} className="fill-voice stroke-voice" />
      ))}
      <AreaNames base={base} point={point} />
    </svg>
  )
}

function AreaNames({ base, point }: { base: BaseMap; point: (at: LatLon) => [number, number] }) {
  const names = base.areas
    .map(({ name, label }) => ({ name, at: point(label) }))
    .filter(({ at: [x, y] }) => x > 0 && x < width && y > 12)
  const written = placeNames(names, { size: 11, marks: [], width }).filter(({ clear }) => clear)
  return (
    <g textAnchor="middle" fontSize="11" fontWeight="700" lang="sv" className="fill-ink stroke-land">
      {written.map(({ name, lines, x, y }) => (
        <text key={name} strokeWidth="3" strokeLinejoin="round" paintOrder="stroke">
          {lines.map((line, n) => (
            <tspan key={line} x={Math.round(x)} y={Math.round(y + 4 + (n - (lines.length - 1) / 2) * 12)}>
              {line}
            </tspan>
          ))}
        </text>
      ))}
    </g>
  )
}
