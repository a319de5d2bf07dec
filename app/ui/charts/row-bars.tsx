import { tones, type Cell, type Tone } from './told.ts'

type Props = {
  cells: Cell[]
  /** The colours of the first columns, each of which is a bar. */
  bars: Tone[]
  /** The figure that is as long as the row is wide. */
  most: number
}

/** The bars of one row of a table, below its name; what is hidden is no bar. */
export function RowBars({ cells, bars, most }: Props) {
  const slim = bars.length > 1
  return (
    <span className="mt-1 flex flex-col gap-1">
      {bars.map((tone, n) => (
        <svg
          key={tone}
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          aria-hidden="true"
          className={`block w-full overflow-hidden rounded-full rtl:-scale-x-100 ${slim ? 'h-1.5' : 'h-2'}`}
        >
          <rect width="100" height="6" className="fill-sunken" />
          <rect
            width={Math.round((1000 * (cells[n]?.value ?? 0)) / most) / 10}
            height="6"
            className={tones[tone].fill}
            fillOpacity="0.85"
          />
        </svg>
      ))}
    </span>
  )
}
