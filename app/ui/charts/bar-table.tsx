import { Legend } from './legend.tsx'
import { RowBars } from './row-bars.tsx'
import { ShownCell } from './shown-cell.tsx'
import { mostIn, shownRows, type Row, type Tone, type ToldTable } from './told.ts'

type Props = {
  table: ToldTable
  caption: string
  /** The colours of the first columns, each of which is drawn as bars. */
  bars: Tone[]
}

/** A table whose rows are bars too, as long as what its first columns say. */
export function BarTable({ table, caption, bars }: Props) {
  const { rowLabel, columns } = table
  const rows = shownRows(table)
  if (rows.length === 0) return null
  const most = mostIn(rows, bars.length)
  const drawn = bars.flatMap((tone, n) => (columns[n] ? [{ ...columns[n], tone }] : []))
  return (
    <>
      {bars.length > 1 && <Legend entries={drawn} />}
      <table className="w-full text-start tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-sm text-ink-soft">
            <th scope="col" className="pb-2 pe-2 text-start align-bottom font-bold">
              {rowLabel}
            </th>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col" className="whitespace-nowrap pb-2 ps-2 text-end align-bottom font-bold sm:ps-4">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <BarRow key={row.key} {...{ row, columns, bars, most }} />
          ))}
        </tbody>
      </table>
    </>
  )
}

type RowProps = { row: Row; columns: ToldTable['columns']; bars: Tone[]; most: number }

function BarRow({ row: { label, cells }, columns, bars, most }: RowProps) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="w-full min-w-0 py-2.5 pe-2 text-start font-normal">
        <span className="block break-words">{label}</span>
        <RowBars {...{ cells, bars, most }} />
      </th>
      {cells.map((cell, n) => (
        <td key={columns[n]?.key} className="whitespace-nowrap py-2.5 ps-2 text-end align-top sm:ps-4">
          <ShownCell cell={cell} />
        </td>
      ))}
    </tr>
  )
}
