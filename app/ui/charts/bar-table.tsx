import { ShownCell } from './shown-cell.tsx'
import { shownRows, tones, type Row, type Tone, type ToldTable } from './told.ts'

type Props = {
  table: ToldTable
  caption: string
  /** The column that the bars draw, by its place. */
  drawn?: number
  tone: Tone
}

/** A table whose rows are bars too: each as long as what one of its columns says. */
export function BarTable({ table, caption, drawn = 0, tone }: Props) {
  const { rowLabel, columns } = table
  const rows = shownRows(table)
  if (rows.length === 0) return null
  const most = Math.max(1, ...rows.map(({ cells }) => cells[drawn]?.value ?? 0))
  return (
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
          <BarRow key={row.key} {...{ row, columns, tone, share: (row.cells[drawn]?.value ?? 0) / most }} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { row: Row; columns: ToldTable['columns']; tone: Tone; share: number }

function BarRow({ row: { label, cells }, columns, tone, share }: RowProps) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="w-full min-w-0 py-2.5 pe-2 text-start font-normal">
        <span className="block break-words">{label}</span>
        <svg
          viewBox="0 0 100 6"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="mt-1 block h-2 w-full overflow-hidden rounded-full rtl:-scale-x-100"
        >
          <rect width="100" height="6" className="fill-sunken" />
          <rect width={Math.round(share * 1000) / 10} height="6" className={tones[tone].fill} fillOpacity="0.85" />
        </svg>
      </th>
      {cells.map((cell, n) => (
        <td key={columns[n]?.key} className="whitespace-nowrap py-2.5 ps-2 text-end align-top sm:ps-4">
          <ShownCell cell={cell} />
        </td>
      ))}
    </tr>
  )
}
