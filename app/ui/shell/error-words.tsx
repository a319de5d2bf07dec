import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { isLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ErrorNumber } from '../error-number.tsx'
import { LinkedText } from '../linked-text.tsx'

const kinds: Record<number, 'not-found' | 'not-allowed'> = { 404: 'not-found', 403: 'not-allowed' }

/** Says what went wrong in plain words and where to go from here. */
export function ErrorWords() {
  const error = useRouteError()
  const { t, i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'sv'
  const kind = (isRouteErrorResponse(error) && kinds[error.status]) || 'broken'
  return (
    <div className="flex max-w-text flex-col gap-5 py-6">
      <h1>{t(`errors:page.${kind}.title`)}</h1>
      <p>
        <LinkedText text={t(`errors:page.${kind}.body`)} />
      </p>
      {kind === 'broken' && <ErrorNumber />}
      <p>
        <a className="button" href={paths.home(language)}>
          {t('common:toHome')}
        </a>
      </p>
    </div>
  )
}
