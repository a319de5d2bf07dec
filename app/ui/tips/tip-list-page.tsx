import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import { LockedTips } from './locked-tips.tsx'
import { TipDeskNav } from './tip-desk-nav.tsx'
import type { TipRowView } from './tip-list-view.server.ts'
import { TipRows } from './tip-rows.tsx'

export type TipDesk = {
  overdue: string | null
  /** Said to a deputy while the tips of a holder wait. */
  inPlaceOf: string | null
  /** Which holders have no deputy or no head. */
  lacks: string[]
  rows: readonly TipRowView[]
  filters: { status: string; label: string; count: string; current: boolean }[]
  page: number
  hasNext: boolean
  status: string | undefined
}

type Props = {
  title: string
  /** Whether she can read them now, has to unlock them, or has not been granted them yet. */
  standing: 'open' | 'locked' | 'waits' | 'none'
  taken: boolean
  /** Absent for who cannot open tips. */
  desk: TipDesk | null
}

/** All tips, for who can open them; for another officer the way there. */
export function TipListPage({ title, standing, taken, desk }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{t('tips:list.lead')}</p>
        {!taken && <p className="text-ink-soft">{t('tips:list.notTaken')}</p>}
      </header>
      <TipDeskNav unlocked={standing === 'open'} />
      {standing === 'locked' && <LockedTips />}
      {(standing === 'waits' || standing === 'none') && (
        <Notice>
          <p>{t(`tips:list.${standing}`)}</p>
          <p>
            <a href={paths.staffTipsKeys()}>{t('tips:nav.keys')}</a>
          </p>
        </Notice>
      )}
      {desk && <Desk {...desk} />}
    </div>
  )
}

/** What waits, and the tips themselves. */
function Desk(desk: TipDesk) {
  const { t } = useTranslation()
  const { overdue, inPlaceOf, lacks, rows, filters } = desk
  return (
    <>
      {overdue && (
        <Notice tone="wait">
          <p className="font-bold">{overdue}</p>
          <p>{t('tips:list.overdueHint')}</p>
        </Notice>
      )}
      {inPlaceOf && <Notice tone="wait">{inPlaceOf}</Notice>}
      {lacks.length > 0 && (
        <Notice>
          {lacks.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <p>
            <a href={paths.staffTipsKeys()}>{t('tips:nav.keys')}</a>
          </p>
        </Notice>
      )}
      <nav aria-label={t('tips:list.filter')}>
        <ul className="flex flex-wrap gap-2">
          {filters.map(({ status, label, count, current }) => (
            <li key={status}>
              <a
                href={paths.staffTips(status || undefined)}
                aria-current={current ? 'page' : undefined}
                className="inline-flex min-h-[2.75rem] items-center gap-2 rounded-full border border-line bg-surface px-4 no-underline aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent"
              >
                {label} <b>{count}</b>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {rows.length === 0 ? <p>{t('tips:list.empty')}</p> : <TipRows rows={rows} />}
      <Pages {...desk} />
    </>
  )
}

function Pages({ page, hasNext, status }: TipDesk) {
  const { t } = useTranslation()
  if (page === 1 && !hasNext) return null
  return (
    <nav aria-label={t('staff:queue.pages')} className="flex flex-wrap items-center gap-4">
      {page > 1 && (
        <a className="button-quiet" href={paths.staffTips(status, page - 1)}>
          {t('staff:queue.previous')}
        </a>
      )}
      <span>{t('staff:queue.page', { page })}</span>
      {hasNext && (
        <a className="button-quiet" href={paths.staffTips(status, page + 1)}>
          {t('staff:queue.next')}
        </a>
      )}
    </nav>
  )
}
