import { ShownCell } from '../charts/shown-cell.tsx'
import type { Cell } from '../charts/told.ts'

export type KeyFigure = { key: string; label: string; cell: Cell; note?: string | undefined }

/** What matters most, in large figures. */
export function KeyFigures({ figures }: { figures: KeyFigure[] }) {
  return (
    <dl className="grid grid-cols-2 gap-3 sm:gap-4 lg:grid-cols-5">
      {figures.map(({ key, label, cell, note }) => (
        <div
          key={key}
          className="card flex flex-col-reverse justify-end gap-1 p-4 last:col-span-2 sm:p-5 lg:last:col-span-1"
        >
          <dt>
            {label}
            {note && <span className="block text-sm text-ink-soft">{note}</span>}
          </dt>
          <dd className="text-3xl font-bold text-accent sm:text-4xl">
            <ShownCell cell={cell} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
