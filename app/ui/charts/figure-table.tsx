import { RowBars } from './row-bars.tsx'
import { ShownCell } from './shown-cell.tsx'
import { mostIn, shownRows, type Tone, type ToldTable } from './told.ts'

/** More columns than this do not stand beside each other on a phone: there each row is a list of its own. */
const mostOnPhone = 2

type Props = {
  table: ToldTable
  caption: string
  /** The colours of the first columns that are drawn as bars too, where no chart stands above the table. */
  bars?: Tone[]
}

/** The same as a chart, as a table; or with its bars in it. */
export function FigureTable({ table, caption, bars }: Props) {
  const { rowLabel, columns } = table
  const stacks = columns.length > mostOnPhone
  const rows = shownRows(table)
  if (rows.length === 0) return null
  const most = mostIn(rows, bars?.length ?? 0)
  return (
    <table className={`w-full text-start tabular-nums ${stacks ? 'block sm:table' : ''}`}>
      <caption className="sr-only">{caption}</caption>
      <thead className={stacks ? 'hidden sm:table-header-group' : ''}>
        <tr className="border-b border-line text-sm text-ink-soft">
          <th scope="col" className="py-2 pe-3 text-start align-bottom font-bold">
            {rowLabel}
          </th>
          {columns.map(({ key, label }) => (
            <th key={key} scope="col" className="py-2 ps-3 text-end align-bottom font-bold">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={stacks ? 'block sm:table-row-group' : ''}>
        {rows.map(({ key, label, cells }) => (
          <tr key={key} className={`border-b border-line last:border-0 ${stacks ? 'block py-3 sm:table-row' : ''}`}>
            <th
              scope="row"
              className={`py-1 pe-3 text-start sm:py-2 sm:font-normal ${stacks ? 'block font-bold sm:table-cell' : 'font-normal'} ${bars ? 'sm:w-2/5' : ''}`}
            >
              {label}
              {bars && <RowBars {...{ cells, bars, most }} />}
            </th>
            {cells.map((cell, n) => (
              <td
                key={columns[n]?.key}
                className={
                  stacks ? 'flex justify-between gap-4 sm:table-cell sm:py-2 sm:ps-3 sm:text-end' : 'py-2 ps-3 text-end'
                }
              >
                {stacks && <span className="text-ink-soft sm:hidden">{columns[n]?.label}</span>}
                <span className="whitespace-nowrap">
                  <ShownCell cell={cell} />
                </span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
