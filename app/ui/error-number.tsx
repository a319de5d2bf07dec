import { useTranslation } from 'react-i18next'
import { useRendering } from './rendering.tsx'

/** The id under which what went wrong on the server stands in its log. */
export function ErrorNumber() {
  const { errorId } = useRendering()
  const { t } = useTranslation()
  return errorId ? <p className="text-ink-soft">{t('errors:page.id', { id: errorId })}</p> : null
}
