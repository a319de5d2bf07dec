import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import type { LiveQueue } from './live-queue.ts'
import { addressWith, type Filter } from './queue-filters.tsx'

/** The form that the marks of the rows belong to. */
export const markedForm = 'marked'

/** The mark by which a row is chosen to be answered as one of many. */
export function RowMark({ value, name }: { value: string; name: string }) {
  const { t } = useTranslation()
  return (
    <label className="relative z-10 -my-2 -ms-2.5 inline-flex h-11 w-11 cursor-pointer items-center justify-center">
      <input type="checkbox" form={markedForm} name="ref" value={value} className="h-6 w-6 accent-accent" />
      <span className="sr-only">{t('templates:many.mark', { name })}</span>
    </label>
  )
}

/** On to the same answer for the rows that are marked, or for all of the queue as it is filtered. */
export function MarkedRows({ view, filter }: { view: LiveQueue; filter: Filter }) {
  const { t } = useTranslation()
  const count = useMarked(view)
  return (
    <form
      id={markedForm}
      method="get"
      action={paths.staffAnswerMany()}
      className={`flex flex-wrap items-center gap-x-4 gap-y-2 ${count > 0 ? 'sticky bottom-2 z-20 rounded-card border border-line-strong bg-surface p-3 shadow-card' : ''}`}
    >
      <input type="hidden" name="from" value={addressWith(filter, {}).split('?')[1] ?? 'status=open'} />
      <button type="submit" className={count > 0 ? 'button' : 'button-quiet'}>
        {t('templates:many.answerMarked')}
        {count > 0 && ` (${count})`}
      </button>
      {count === 0 && (
        <button type="submit" name="all" value="yes" className="button-quiet">
          {t('templates:many.answerAll')}
        </button>
      )}
    </form>
  )
}

/** How many rows are marked, also when other rows are shown with what others do; none where no script runs. */
function useMarked(view: LiveQueue): number {
  const [count, setCount] = useState(0)
  useEffect(() => {
    const look = () => setCount(countMarked(view))
    look()
    document.addEventListener('change', look)
    return () => document.removeEventListener('change', look)
  }, [view])
  return count
}

function countMarked({ rows, heldRows }: LiveQueue): number {
  const form = document.getElementById(markedForm)
  const marked = form instanceof HTMLFormElement ? new FormData(form).getAll('ref') : []
  return [...rows, ...heldRows].filter(({ ref }) => marked.includes(ref)).length
}
