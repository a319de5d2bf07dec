import { axisSteps, namedPlaces } from './scale.ts'
import { tones, type Tone } from './told.ts'

export type Series = { key: string; label: string; tone: Tone; as: 'columns' | 'line'; values: (number | null)[] }

type Props = {
  /** The id of the heading that names it. */
  labelledBy: string
  series: Series[]
  /** What each place along the axis is called, and what is said there, in words. */
  places: { name: string; words: string }[]
}

// One unit is one pixel on a phone.
const [width, height] = [358, 184]
const edge = { start: 30, end: 10, top: 10, bottom: 22 }
const inner = { width: width - edge.start - edge.end, height: height - edge.top - edge.bottom }

/** What happened over time: columns and lines over the same weeks. What is hidden is a low stub, or a gap in the line. */
export function SeriesChart({ labelledBy, series, places }: Props) {
  const steps = axisSteps(Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0))))
  const y = (value: number) => round(edge.top + inner.height * (1 - value / steps.at(-1)!))
  const slot = inner.width / Math.max(1, places.length)
  const x = (place: number) => round(edge.start + slot * (place + 0.5))
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-labelledby={labelledBy} direction="ltr" className="w-full">
      <Axis {...{ steps, y }} />
      {series.map(({ key, as, tone, values }) =>
        as === 'columns' ? (
          <g key={key} className={tones[tone].fill}>
            {values.map((value, place) => (
              <Column key={places[place]?.name ?? place} {...{ x: x(place), slot, value, y }} />
            ))}
          </g>
        ) : (
          <Line key={key} {...{ tone, points: values.map((value, place) => value !== null && [x(place), y(value)]) }} />
        ),
      )}
      <g textAnchor="middle" fontSize="11" className="fill-ink-soft">
        {namedPlaces(places.length, 6).map((place) => (
          <text key={place} x={Math.min(x(place), width - 16)} y={height - 6}>
            {places[place]?.name}
          </text>
        ))}
      </g>
      {places.map(({ name, words }, place) => (
        <rect key={name} x={x(place) - slot / 2} y={edge.top} width={slot} height={inner.height} fillOpacity="0">
          <title>{words}</title>
        </rect>
      ))}
    </svg>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10

type Scale = { y: (value: number) => number }

function Axis({ steps, y }: Scale & { steps: number[] }) {
  return (
    <g fontSize="11" textAnchor="end" className="fill-ink-soft">
      {steps.map((step) => (
        <g key={step}>
          <line
            {...{ x1: edge.start, x2: width - edge.end, y1: y(step), y2: y(step) }}
            className={step === 0 ? 'stroke-line-strong' : 'stroke-line'}
          />
          <text x={edge.start - 6} y={y(step) + 4}>
            {step}
          </text>
        </g>
      ))}
    </g>
  )
}

type ColumnProps = Scale & { x: number; slot: number; value: number | null }

function Column({ x, slot, value, y }: ColumnProps) {
  const wide = round(Math.min(slot * 0.7, 26))
  const top = value === null ? y(0) - 2 : y(value)
  return (
    <rect
      {...{ x: round(x - wide / 2), y: top, width: wide, height: round(y(0) - top) }}
      rx={Math.min(2, wide / 4)}
      fillOpacity={value === null ? 0.35 : 0.85}
    />
  )
}

type Point = [x: number, y: number]

/** A line through the points that are there; one that stands alone is a dot. */
function Line({ tone, points }: { tone: Tone; points: (Point | false)[] }) {
  const path = points.map((point, n) => (point ? `${points[n - 1] ? 'L' : 'M'}${point.join(' ')}` : '')).join('')
  return (
    <g className={`${tones[tone].fill} ${tones[tone].stroke}`}>
      <path d={path || 'M0 0'} fill="none" strokeWidth="2.5" strokeLinejoin="round" strokeLinecap="round" />
      {points.length <= 26 &&
        points.map((point) => point && <circle key={point[0]} cx={point[0]} cy={point[1]} r="3" stroke="none" />)}
    </g>
  )
}
