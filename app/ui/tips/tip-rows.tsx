import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ExampleMark } from '../example-mark.tsx'
import type { TipRowView } from './tip-list-view.server.ts'
import { TipStatusMark } from './tip-status.tsx'

/** Tips in a list; each row leads to its tip. */
export const TipRows = ({ rows }: { rows: readonly TipRowView[] }) => (
  <ul className="flex flex-col gap-3">
    {rows.map((row) => (
      <TipRow key={row.ref} row={row} />
    ))}
  </ul>
)

function TipRow({ row }: { row: TipRowView }) {
  const { t } = useTranslation()
  return (
    <li className="relative grid gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-4 shadow-card hover:border-accent lg:grid-cols-[12rem_minmax(0,1fr)_13rem]">
      <div className="flex flex-wrap items-center gap-2 lg:flex-col lg:items-start">
        <TipStatusMark status={row.status} />
        {row.replyWaits && (
          <span className="inline-block rounded-full bg-voice-tint px-3 py-0.5 font-bold text-voice">
            {t('tips:list.replyWaits')}
          </span>
        )}
        {row.example && <ExampleMark />}
      </div>
      <div className="flex min-w-0 flex-col gap-1">
        <a
          href={paths.staffTip(row.ref)}
          className="font-bold text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline focus-visible:after:outline focus-visible:after:outline-[3px] focus-visible:after:outline-accent"
        >
          {row.category ? `${row.category}, ${row.areaName}` : t('tips:tip.title', { area: row.areaName })}
        </a>
        {row.first && (
          <p lang={row.lang ?? undefined} dir="auto" className="line-clamp-2 break-words text-ink-soft">
            {row.first}
          </p>
        )}
        {row.unopened && <p className="text-sm font-bold text-sun">{row.unopened}</p>}
      </div>
      <div className="flex flex-wrap gap-x-4 text-sm text-ink-soft lg:flex-col lg:text-end">
        <span>{row.registrationNumber ?? t('staff:submission.notRegistered')}</span>
        <span>{row.ref}</span>
        <span>
          {row.receivedOn} · {row.assigneeName ?? t('staff:assign.nobody')}
        </span>
      </div>
    </li>
  )
}
