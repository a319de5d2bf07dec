import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TipDeskNav } from './tip-desk-nav.tsx'
import type { TipLogLine } from './tip-log-view.server.ts'

type Props = {
  title: string
  /** The reference of the tip that is asked about; null for all. */
  of: string | null
  lines: TipLogLine[]
  /** The line that older ones come before, when there are more. */
  before: number | null
}

/** Who has done what with tips and their keys, on which day; never what a tip says. */
export function TipLogPage({ title, of, lines, before }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p>{t('tips:log.lead')}</p>
        {of && (
          <p>
            {t('tips:log.of', { ref: of })} <a href={paths.staffTipsLog()}>{t('tips:log.all')}</a>
          </p>
        )}
      </header>
      <TipDeskNav unlocked />
      {lines.length === 0 ? <p className="card max-w-text">{t('tips:log.none')}</p> : <Lines lines={lines} />}
      {before && (
        <p>
          <a className="button-quiet" href={paths.staffTipsLog({ ...(of ? { ref: of } : {}), before: String(before) })}>
            {t('tips:log.older')}
          </a>
        </p>
      )}
    </div>
  )
}

function Lines({ lines }: Pick<Props, 'lines'>) {
  return (
    <ol className="card divide-y divide-line py-2 sm:py-2">
      {lines.map(({ id, day, who, what, about, ref, details }) => (
        <li key={id} className="grid gap-x-6 gap-y-1 py-3 lg:grid-cols-[11rem_13rem_minmax(0,1fr)_9rem]">
          <span className="text-ink-soft">{day}</span>
          <bdi>{who}</bdi>
          <span className="flex min-w-0 flex-col gap-0.5">
            <b>{what}</b>
            {(about ?? details.length > 0) && (
              <span className="text-sm text-ink-soft">{[...(about ? [about] : []), ...details].join(' · ')}</span>
            )}
          </span>
          <span>{ref && <a href={paths.staffTip(ref)}>{ref}</a>}</span>
        </li>
      ))}
    </ol>
  )
}
