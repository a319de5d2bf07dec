import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import type { ListedView } from './view-links.ts'

type Props = { views: ListedView[]; shown: string; organisation: string }

/** A way to each saved view, one's own and those of the organisation; the one that is shown is marked. */
export function ViewList({ views, shown, organisation }: Props) {
  const { t } = useTranslation()
  if (views.length === 0) return null
  return (
    <nav aria-label={t('views:title')} className="flex min-w-0 items-center gap-3">
      <ul className="scroll-row min-w-0 flex-1">
        {views.map(({ id, name, shared, to }) => (
          <li key={id} className="shrink-0">
            <a
              href={to}
              aria-current={to === shown ? 'page' : undefined}
              title={shared ? t('views:sharedIn', { organisation }) : undefined}
              className="inline-flex min-h-[2.75rem] max-w-[16rem] items-center gap-2 rounded-control border border-line bg-sky-tint px-3 font-bold text-ink no-underline hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent aria-[current]:text-on-accent"
            >
              <span dir="auto" className="truncate">
                {name}
              </span>
              {shared && <span className="text-sm font-normal">{t('views:shared')}</span>}
            </a>
          </li>
        ))}
      </ul>
      <a href={paths.staffViews()} className="inline-flex min-h-[2.75rem] shrink-0 items-center">
        {t('views:edit')}
      </a>
    </nav>
  )
}
