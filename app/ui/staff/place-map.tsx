import { useTranslation } from 'react-i18next'
import type { PlaceMapDrawing } from './place-map.server.ts'

/** Where the resident has pointed, on the schematic map. */
export function PlaceMap({ drawing: { width, height, at, areas, water, tram, places } }: { drawing: PlaceMapDrawing }) {
  const { t } = useTranslation()
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t('staff:map.label')}
      direction="ltr"
      className="h-auto w-full max-w-lg overflow-hidden rounded-control border border-line bg-sunken"
    >
      {areas.map((path, i) => (
        <path key={i} d={path} fillRule="evenodd" className="fill-land stroke-land-line" />
      ))}
      {water.map((path, i) => (
        <path key={i} d={path} className="fill-water" />
      ))}
      {tram.map((path, i) => (
        <path key={i} d={path} fill="none" strokeWidth="2" className="stroke-line-strong" />
      ))}
      {places.map(({ name, at: [x, y] }) => (
        <g key={`${name} ${x}`} lang="sv" className="fill-ink-soft stroke-land">
          <circle cx={x} cy={y} r="2.5" />
          <text x={x + 10} y={y + 4.5} fontSize="13" strokeWidth="3" strokeLinejoin="round" paintOrder="stroke">
            {name}
          </text>
        </g>
      ))}
      <circle cx={at[0]} cy={at[1]} r="7" strokeWidth="2.5" className="fill-voice stroke-surface" />
    </svg>
  )
}
