import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { addressWith, caseAddress, QueueFilters, type QueueChoices, type Filter } from './queue-filters.tsx'
import { useAhead } from './ahead.ts'
import { QueueKeys } from './queue-keys.tsx'
import { QueueRow } from './queue-row.tsx'
import type { QueueView } from './queue-view.server.ts'
import { SaveView } from '../views/save-view.tsx'
import type { ListedView } from '../views/view-links.ts'
import { ViewList } from '../views/view-list.tsx'

type Props = {
  view: QueueView
  filter: Filter
  choices: QueueChoices
  mayEnter: boolean
  views: ListedView[]
  organisation: string
}

/** What waits for a person, first what waits most. */
export function QueuePage({ view, filter, choices, mayEnter, views, organisation }: Props) {
  const { t } = useTranslation()
  const shown = addressWith(filter, {})
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h1>{t('staff:queue.title')}</h1>
          <span className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <QueueKeys here={view.here} />
            {mayEnter && (
              <a className="button-quiet" href={paths.staffEnter()}>
                {t('staff:home.toEntry')}
              </a>
            )}
          </span>
        </div>
        <p className="max-w-text text-ink-soft">{t('staff:queue.order')}</p>
      </header>
      <ViewList {...{ views, shown, organisation }} />
      <Tabs tabs={view.tabs} filter={filter} />
      <QueueFilters filter={filter} choices={choices} />
      {!views.some(({ to }) => to === shown) && shown !== paths.staffQueue() && (
        <details className="-mt-4">
          <summary className="w-fit cursor-pointer px-4 py-2.5 font-bold text-accent">{t('views:saveThis')}</summary>
          <div className="px-4 py-2">
            <SaveView filter={shown.split('?')[1] ?? ''} organisation={organisation} />
          </div>
        </details>
      )}
      <p role="status" className="flex flex-wrap gap-x-6">
        {view.found}
        {view.cut && <span className="text-ink-soft">{view.cut}</span>}
        {view.heldFound && filter.held !== 'yes' && <a href={addressWith(filter, { held: 'yes' })}>{view.heldFound}</a>}
      </p>
      {view.rows.length + view.heldRows.length === 0 && <p className="card max-w-text">{t('staff:queue.empty')}</p>}
      {view.rows.length > 0 && <Rows rows={view.rows} here={view.here} filter={filter} />}
      {view.heldRows.length > 0 && (
        <section
          aria-labelledby="held"
          className="mt-4 flex flex-col gap-3 rounded-card border-2 border-sun p-3 sm:p-4"
        >
          <h2 id="held">{t('staff:queue.heldTitle')}</h2>
          <p className="max-w-text text-ink-soft">{t('staff:queue.heldHint')}</p>
          <Rows rows={view.heldRows} here={view.here} filter={filter} />
        </section>
      )}
      <Pages view={view} filter={filter} />
    </div>
  )
}

type RowsProps = { rows: QueueView['rows']; here: string | undefined; filter: Filter }

function Rows({ rows, here, filter }: RowsProps) {
  const ahead = useAhead('row')
  return (
    <ol className="flex flex-col gap-3">
      {rows.map((row) => (
        <QueueRow key={row.ref} row={row} to={caseAddress(filter, row)} isHere={row.ref === here} onStay={ahead} />
      ))}
    </ol>
  )
}

/** A way to each status, with how many there are under the other filters. */
function Tabs({ tabs, filter }: { tabs: QueueView['tabs']; filter: Filter }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('staff:queue.byStatus')}>
      <ul className="flex flex-wrap gap-2">
        {tabs.map(({ status, count }) => (
          <li key={status} className={count === '0' && status !== filter.status ? 'hidden sm:block' : ''}>
            <a
              href={addressWith(filter, { status })}
              aria-current={status === filter.status ? 'page' : undefined}
              className="inline-flex min-h-[2.75rem] items-center gap-1.5 rounded-full border border-line bg-surface px-3 text-ink sm:gap-2 sm:px-4 no-underline hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:font-bold aria-[current]:text-on-accent"
            >
              {t(`staff:status.${status}`)} <b>{count}</b>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Pages({ view: { previous, next, lost }, filter }: { view: QueueView; filter: Filter }) {
  const { t } = useTranslation()
  if (!previous && !next && !lost) return null
  return (
    <nav aria-label={t('staff:queue.pages')} className="flex flex-wrap items-center gap-4">
      {previous && (
        <a className="button-quiet" href={addressWith(filter, { before: previous })}>
          {t('staff:queue.previous')}
        </a>
      )}
      {next && (
        <a className="button-quiet" href={addressWith(filter, { after: next })}>
          {t('staff:queue.next')}
        </a>
      )}
      {(previous || lost) && <a href={addressWith(filter, {})}>{t('staff:queue.first')}</a>}
    </nav>
  )
}
