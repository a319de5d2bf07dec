import { useTranslation } from 'react-i18next'
import type { QueueMapDrawing } from './queue-map.server.ts'
import { rowName } from './case-addresses.ts'
import { useLitRows } from './use-lit-rows.ts'

type Props = { drawing: QueueMapDrawing }

/** The rows of the page on the map, each under its number. A mark leads to its row; where script runs both light up. */
export function QueueMap({ drawing }: Props) {
  const { t } = useTranslation()
  const { width, height, areas, water, tram, names, marks } = drawing
  useLitRows()
  return (
    <figure className="flex flex-col gap-2">
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={t('views:map.label')}
        direction="ltr"
        className="h-auto w-full overflow-hidden rounded-card border border-line bg-sunken"
      >
        <g aria-hidden="true">
          {areas.map((path, i) => (
            <path key={i} d={path} fillRule="evenodd" className="fill-land stroke-land-line" />
          ))}
          {water.map((path, i) => (
            <path key={i} d={path} className="fill-water" />
          ))}
          {tram.map((path, i) => (
            <path key={i} d={path} fill="none" strokeWidth="1.75" className="stroke-line-strong" />
          ))}
          {names.map(({ lines, x, y }) => (
            <text
              key={lines.join(' ')}
              lang="sv"
              textAnchor="middle"
              fontSize="12"
              strokeWidth="3"
              strokeLinejoin="round"
              paintOrder="stroke"
              className="fill-ink-soft stroke-land"
            >
              {lines.map((line, n) => (
                <tspan key={line} x={x} y={y + 4 + (n - (lines.length - 1) / 2) * 12}>
                  {line}
                </tspan>
              ))}
            </text>
          ))}
        </g>
        {marks.map((mark) => (
          <Mark key={mark.refs[0]} mark={mark} />
        ))}
      </svg>
      <figcaption className="text-sm text-ink-soft">
        {t('views:map.hint')} {marks.some(({ exact }) => !exact) && t('views:map.hintArea')}
      </figcaption>
    </figure>
  )
}

type MarkProps = { mark: QueueMapDrawing['marks'][number] }

/** One row, or several at about the same spot: the first number, and how many more. */
function Mark({ mark: { at, exact, numbers, refs, labels } }: MarkProps) {
  const [x, y] = at
  const label = labels.join('; ')
  const text = numbers.length > 1 ? `${numbers[0]} +${numbers.length - 1}` : String(numbers[0])
  const half = Math.max(13, 5 + text.length * 4.2)
  const tone = exact
    ? 'fill-voice stroke-surface group-data-[lit]:fill-ink'
    : 'fill-surface stroke-voice [stroke-dasharray:4_2] group-data-[lit]:fill-sun-tint'
  return (
    <a
      href={`#${rowName(refs[0]!)}`}
      aria-label={label}
      data-rows={refs.join(' ')}
      className="group no-underline focus-visible:outline-none"
    >
      <title>{label}</title>
      <rect
        x={x - Math.max(half, 20)}
        y={y - 20}
        width={Math.max(half, 20) * 2}
        height="40"
        className="fill-transparent"
      />
      <rect
        {...{ x: x - half, y: y - 13, width: half * 2, height: 26, rx: 13 }}
        strokeWidth="2"
        className={`${tone} group-hover:stroke-ink group-focus-visible:stroke-ink group-focus-visible:[stroke-width:4]`}
      />
      <text
        {...{ x, y: y + 4.5 }}
        textAnchor="middle"
        fontSize="13"
        fontWeight="700"
        className={exact ? 'fill-surface' : 'fill-voice'}
      >
        {text}
      </text>
    </a>
  )
}
