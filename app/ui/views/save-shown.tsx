import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { SaveView } from './save-view.tsx'
import type { ListedView } from './view-links.ts'

type Props = { shown: string; views: ListedView[]; organisation: string }

/** The way to save what the queue shows, folded away; nothing where it is saved, or all that is open is shown. */
export function SaveShown({ shown, views, organisation }: Props) {
  const { t } = useTranslation()
  if (shown === paths.staffQueue() || views.some(({ to }) => to === shown)) return null
  return (
    <details>
      <summary className="w-fit cursor-pointer px-4 py-2.5 font-bold text-accent">{t('views:saveThis')}</summary>
      <div className="px-4 py-2">
        <SaveView filter={shown.split('?')[1] ?? ''} organisation={organisation} />
      </div>
    </details>
  )
}
