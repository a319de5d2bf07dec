import { useTranslation } from 'react-i18next'
import { FileLink } from '../charts/file-link.tsx'
import { ShownCell } from '../charts/shown-cell.tsx'
import type { Cell } from '../charts/told.ts'

export type KeyFigure = { key: string; label: string; cell: Cell; note?: string | undefined }

/** What matters most, in large figures, and as a file. */
export function KeyFigures({ figures, file }: { figures: KeyFigure[]; file: string }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-1">
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
      <FileLink file={file} title={t('insights:card.figures.title')} />
    </div>
  )
}
