import { useTranslation } from 'react-i18next'
import { addressWith, type Filter } from './queue-filters.tsx'
import type { QueueView } from './queue-view.server.ts'

/**
 * A way to each status, with how many there are under the other filters. On a phone one row that scrolls sideways: where
 * one is stands first in it, and what is empty is left out.
 */
export function StatusTabs({ tabs, filter }: { tabs: QueueView['tabs']; filter: Filter }) {
  const { t } = useTranslation()
  return (
    <nav aria-label={t('staff:queue.byStatus')} className="-mx-4 sm:mx-0">
      <ul className="scroll-row px-4 sm:flex-wrap sm:px-0">
        {tabs.map(({ status, count }) => {
          const here = status === filter.status
          return (
            <li
              key={status}
              className={`shrink-0 ${here ? 'order-first sm:order-none' : ''} ${emptyOnPhone(count, here)}`}
            >
              <a
                href={addressWith(filter, { status })}
                aria-current={here ? 'page' : undefined}
                className="inline-flex min-h-[2.75rem] items-center gap-1.5 whitespace-nowrap rounded-full border border-line bg-surface px-3 text-ink no-underline hover:bg-sunken aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:font-bold aria-[current]:text-on-accent"
              >
                {t(`staff:status.${status}`)} <b>{count}</b>
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

const emptyOnPhone = (count: string, here: boolean): string => (count === '0' && !here ? 'hidden sm:block' : '')
