import { useEffect } from 'react'
import { Link, useNavigate } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useAhead } from './ahead.ts'
import { goToPanel } from './go-to-panel.ts'
import { KeyHelp } from './key-help.tsx'
import { keys } from './keys.ts'
import { useSubmission } from './submission-context.ts'

/** The ways from a case: back to its row in the queue, to the ones beside it there, and by key to each part of it. */
export function CaseWays() {
  const { t } = useTranslation()
  const { ways, can, original } = useSubmission()
  const navigate = useNavigate()
  useRead('next', ways.next)
  useRead('previous', ways.previous)
  const to = (way: string | undefined) => (way ? () => navigate(way) : undefined)
  const panel = (id: string, kind: Parameters<typeof goToPanel>[1]) => () => goToPanel(id, kind)
  const acts = {
    next: to(ways.next),
    previous: to(ways.previous),
    queue: to(ways.back),
    ...(can.handle && {
      move: panel('move', 'select'),
      assign: panel('assign', 'select'),
      answer: panel('answer', 'textarea'),
      link: panel('commitments', 'input[type="checkbox"]'),
    }),
    ...(can.handle && original && { reply: panel('thread', 'textarea') }),
    ...(can.note && { note: panel('notes', 'textarea') }),
  }
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-1">
      <nav aria-label={t('staff:ways.label')} className="flex flex-1 flex-wrap items-center gap-x-6">
        <Link to={ways.back} prefetch="intent" aria-keyshortcuts={keys.case.queue} className={wayClass}>
          {t('staff:submission.back')}
        </Link>
        {(ways.previous || ways.next) && (
          <span className="flex gap-x-6">
            {ways.previous && (
              <Link to={ways.previous} rel="prev" aria-keyshortcuts={keys.case.previous} className={wayClass}>
                {t('staff:ways.previous')}
              </Link>
            )}
            {ways.next && (
              <Link to={ways.next} rel="next" aria-keyshortcuts={keys.case.next} className={wayClass}>
                {t('staff:ways.next')}
              </Link>
            )}
          </span>
        )}
      </nav>
      <KeyHelp page="case" acts={acts} />
    </div>
  )
}

const wayClass = 'inline-flex min-h-[2.75rem] items-center'

/** Reads what lies behind a way as soon as the page stands. */
function useRead(key: string, address: string | undefined): void {
  const ahead = useAhead(key)
  useEffect(() => ahead(address), [ahead, address])
}
