import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'

/** The ways between the pages about tips, and, apart from them, the lock. */
export function TipDeskNav({ unlocked }: { unlocked: boolean }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const links = [
    { key: 'list', to: paths.staffTips(), shown: true },
    { key: 'search', to: paths.staffTipsSearch(), shown: unlocked },
    { key: 'keys', to: paths.staffTipsKeys(), shown: true },
    { key: 'log', to: paths.staffTipsLog(), shown: unlocked },
  ].filter(({ shown }) => shown)
  return (
    <div className="no-print flex flex-wrap items-end gap-x-6 gap-y-4">
      <nav aria-label={t('tips:nav.label')} className="w-full border-b border-line sm:w-auto sm:flex-1">
        <ul className="flex flex-wrap gap-x-6">
          {links.map(({ key, to }) => (
            <li key={key}>
              <a
                href={to}
                aria-current={pathname === to ? 'page' : undefined}
                className="inline-flex min-h-[3rem] -mb-px items-center border-b-[3px] border-transparent font-bold no-underline hover:border-line-strong aria-[current]:border-accent aria-[current]:text-ink"
              >
                {t(`tips:nav.${key}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {unlocked && <Lock />}
    </div>
  )
}

function Lock() {
  const { t } = useTranslation()
  return (
    <form method="post" action={paths.staffTipsLock()}>
      <button type="submit" className="button-quiet">
        <svg viewBox="0 0 16 16" aria-hidden="true" className="h-4 w-4 fill-current">
          <path d="M8 1a4 4 0 0 0-4 4v2H3v8h10V7h-1V5a4 4 0 0 0-4-4Zm-2 6V5a2 2 0 1 1 4 0v2Z" />
        </svg>
        {t('tips:nav.lock')}
      </button>
    </form>
  )
}
