import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { useRendering } from '../rendering.tsx'

/** Says what went wrong in plain words and where to go from here. */
export function ErrorPage() {
  const error = useRouteError()
  const { errorId } = useRendering()
  const { t, i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'sv'
  const kind = isRouteErrorResponse(error)
    ? error.status === 404
      ? 'not-found'
      : error.status === 403
        ? 'not-allowed'
        : 'broken'
    : 'broken'
  return (
    <main id="content" className="mx-auto flex max-w-text flex-col gap-5 px-4 py-12">
      <h1>{t(`errors:page.${kind}.title`)}</h1>
      <p>{t(`errors:page.${kind}.body`)}</p>
      {kind === 'broken' && errorId && <p className="text-ink-soft">{t('errors:page.id', { id: errorId })}</p>}
      <p>
        <a className="button" href={paths.home(language)}>
          {t('common:toHome')}
        </a>
      </p>
    </main>
  )
}
