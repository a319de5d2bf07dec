import type { KeyboardEvent } from 'react'
import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ExampleMark } from '../example-mark.tsx'
import { rowName } from './case-addresses.ts'
import { DueMark } from './due-mark.tsx'
import { RowMark } from './marked-rows.tsx'
import type { LiveQueue } from './live-queue.ts'
import { PriorityMark } from './priority-mark.tsx'
import { StatusMark } from './status-mark.tsx'
import { WaitingMark } from './waiting-mark.tsx'
import { stepRow } from './step-row.ts'

type Props = {
  row: LiveQueue['rows'][number]
  /** By which it is told apart on the map. */
  number: number
  /** Where it leads. */
  to: string
  /** Whether she comes back to it. */
  isHere: boolean
  /** Told when the pointer or the focus is on it. */
  onStay: (to: string) => void
}

/** From a row the arrows lead to the rows beside it; elsewhere they move the page. */
function byArrow(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || !['ArrowDown', 'ArrowUp'].includes(event.key)) return
  event.preventDefault()
  stepRow(event.key === 'ArrowDown' ? 1 : -1)
}

/** One submission in the queue; the whole row leads to it. */
export function QueueRow({ row, number, to, isHere, onStay }: Props) {
  const { t } = useTranslation()
  return (
    <li
      id={rowName(row.ref)}
      data-rows={row.ref}
      onPointerEnter={() => onStay(to)}
      className="relative grid scroll-mt-4 gap-x-6 gap-y-2 rounded-card border border-line bg-surface p-4 shadow-card target:border-accent target:bg-accent-tint hover:border-accent data-[lit]:border-accent lg:grid-cols-[minmax(0,1fr)_12rem]"
    >
      <div className="flex flex-wrap items-center gap-2">
        {row.answerable && !row.gone && (
          <RowMark value={row.ref} name={`${t(`categories:${row.category}`)}, ${row.areaName}, ${row.ref}`} />
        )}
        <span
          aria-hidden="true"
          className="inline-flex h-7 min-w-[1.75rem] items-center justify-center rounded-full border-2 border-voice px-1 text-sm font-bold text-voice"
        >
          {number}
        </span>
        <StatusMark status={row.status} />
        {row.gone && (
          <span className="inline-block rounded-full bg-sunken px-3 py-0.5 font-bold text-ink-soft">
            {t('staff:live.gone')}
          </span>
        )}
        <PriorityMark priority={row.priority} />
        {row.due && row.due.state !== 'later' && <DueMark due={row.due} />}
        <WaitingMark waiting={row.waiting} />
        {row.spam && (
          <span className="inline-block rounded-full bg-sunken px-3 py-0.5 font-bold text-ink-soft">
            {t('staff:queue.spam')}
          </span>
        )}
        {row.replyWaits && (
          <span className="inline-block rounded-full bg-voice-tint px-3 py-0.5 font-bold text-voice">
            {t('staff:queue.replyWaits')}
          </span>
        )}
        {row.published && <span className="px-1 font-bold text-accent">{t('staff:queue.published')}</span>}
        {row.example && <ExampleMark />}
      </div>
      <div className="flex min-w-0 flex-col gap-1 lg:col-start-1">
        <Link
          to={to}
          prefetch="intent"
          data-row
          aria-current={isHere || undefined}
          onFocus={() => onStay(to)}
          onKeyDown={byArrow}
          className="font-bold text-ink no-underline after:absolute after:inset-0 after:rounded-card hover:underline focus-visible:after:outline focus-visible:after:outline-[3px] focus-visible:after:outline-accent"
        >
          {t(`categories:${row.category}`)}, {row.areaName}
        </Link>
        <p lang={row.rewritten ? 'sv' : row.writtenIn} dir="auto" className="line-clamp-2 break-words text-ink-soft">
          {row.text}
        </p>
        {row.languages && <p className="text-sm font-bold text-sky first-letter:uppercase">{row.languages}</p>}
      </div>
      <div className="flex flex-wrap gap-x-4 text-sm text-ink-soft lg:col-start-2 lg:row-span-2 lg:row-start-1 lg:flex-col lg:text-end">
        <span>{row.registrationNumber ?? t('staff:submission.notRegistered')}</span>
        <span>
          {row.ref} · {t(`staff:kind.${row.kind}`)}
        </span>
        <span>
          {row.age}
          {!row.rewritten && ` · ${row.assigneeName ?? t('staff:assign.nobody')}`}
        </span>
        {row.due?.state === 'later' && <span>{row.due.text}</span>}
      </div>
    </li>
  )
}
