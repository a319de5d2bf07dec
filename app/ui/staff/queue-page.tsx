import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { addressWith, caseAddress, QueueFilters, type QueueChoices, type Filter } from './queue-filters.tsx'
import { useAhead } from './ahead.ts'
import { FreshRows } from './fresh-rows.tsx'
import type { LiveQueue } from './live-queue.ts'
import { QueueKeys } from './queue-keys.tsx'
import { MarkedRows } from './marked-rows.tsx'
import { BesideMap } from './beside-map.tsx'
import { ChosenFilters } from './chosen-filters.tsx'
import type { QueueMapDrawing } from './queue-map.server.ts'
import { QueueRow } from './queue-row.tsx'
import type { QueueView } from './queue-view.server.ts'
import { StatusTabs } from './status-tabs.tsx'
import { SaveShown } from '../views/save-shown.tsx'
import type { ListedView } from '../views/view-links.ts'
import { ViewList } from '../views/view-list.tsx'
import { useLiveQueue } from './use-live-queue.ts'

type Props = {
  view: QueueView
  filter: Filter
  choices: QueueChoices
  mayEnter: boolean
  views: ListedView[]
  organisation: string
  map: QueueMapDrawing | undefined
}

/** What waits for a person, first what waits most. */
export function QueuePage({ view: loaded, filter, choices, mayEnter, views, organisation, map }: Props) {
  const { t } = useTranslation()
  const shown = addressWith(filter, {})
  const { view, fresh } = useLiveQueue(loaded)
  useFirstRow(view, filter)
  const hasMarks = [...view.rows, ...view.heldRows].some(({ answerable }) => answerable)
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <h1>{t('staff:queue.title')}</h1>
          <span className="flex flex-wrap items-center gap-x-6 gap-y-2">
            <QueueKeys here={view.here} marks={hasMarks} />
            {mayEnter && (
              <a className="button-quiet" href={paths.staffEnter()}>
                {t('staff:home.toEntry')}
              </a>
            )}
          </span>
        </div>
        <p className="hidden max-w-text text-ink-soft sm:block">{t('staff:queue.order')}</p>
      </header>
      <ViewList {...{ views, shown, organisation }} />
      <StatusTabs tabs={view.tabs} filter={filter} />
      <QueueFilters filter={filter} choices={choices} />
      <div className="-mt-2 flex flex-col gap-1 empty:hidden">
        <ChosenFilters filter={filter} choices={choices} />
        <SaveShown {...{ shown, views, organisation }} />
      </div>
      <p role="status" className="flex flex-wrap gap-x-6">
        {view.found}
        {(view.cut || view.partly) && <span className="text-ink-soft">{view.cut || view.partly}</span>}
        {view.heldFound && filter.held !== 'yes' && <a href={addressWith(filter, { held: 'yes' })}>{view.heldFound}</a>}
      </p>
      <BesideMap drawing={map}>
        <FreshRows count={fresh} />
        {view.rows.length + view.heldRows.length === 0 && !view.partly && (
          <p className="card max-w-text">{t('staff:queue.empty')}</p>
        )}
        {view.rows.length > 0 && <Rows rows={view.rows} before={0} here={view.here} filter={filter} />}
        {view.heldRows.length > 0 && (
          <section
            aria-labelledby="held"
            className="mt-4 flex flex-col gap-3 rounded-card border-2 border-sun p-3 sm:p-4"
          >
            <h2 id="held">{t('staff:queue.heldTitle')}</h2>
            <p className="max-w-text text-ink-soft">{t('staff:queue.heldHint')}</p>
            <Rows rows={view.heldRows} before={view.rows.length} here={view.here} filter={filter} />
          </section>
        )}
        {hasMarks && <MarkedRows {...{ view, filter }} />}
        <Pages view={view} filter={filter} />
      </BesideMap>
    </div>
  )
}

/** Reads the first case ahead, with what draws a case: most who come to the queue begin there, and no row waits for that. */
function useFirstRow({ rows: [first], heldRows: [firstHeld] }: LiveQueue, filter: Filter): void {
  const ahead = useAhead('first row')
  const row = first ?? firstHeld
  const to = row && caseAddress(filter, row)
  useEffect(() => ahead(to), [ahead, to])
}

/** `before`: how many rows of the page stand above these. */
type RowsProps = { rows: LiveQueue['rows']; before: number; here: string | undefined; filter: Filter }

function Rows({ rows, before, here, filter }: RowsProps) {
  const ahead = useAhead('row')
  return (
    <ol className="flex flex-col gap-3">
      {rows.map((row, index) => (
        <QueueRow
          key={row.ref}
          {...{ row, number: before + index + 1, isHere: row.ref === here }}
          to={caseAddress(filter, row)}
          onStay={ahead}
        />
      ))}
    </ol>
  )
}

function Pages({ view: { previous, next, lost }, filter }: { view: LiveQueue; filter: Filter }) {
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
