import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ErrorNumber } from '../error-number.tsx'

const kinds: Record<number, string> = { 403: 'not-allowed', 404: 'not-found' }

/** Says to staff what went wrong and where to go from here. */
export function StaffErrorPage() {
  const { t } = useTranslation()
  const error = useRouteError()
  const kind = (isRouteErrorResponse(error) && kinds[error.status]) || 'broken'
  return (
    <div className="flex max-w-text flex-col gap-5 py-6">
      <h1>{t(`errors:page.${kind}.title`)}</h1>
      <p>{t(`staff:error.${kind}`)}</p>
      {kind === 'broken' && <ErrorNumber />}
      <p>
        <a className="button" href={paths.staff()}>
          {t('staff:error.back')}
        </a>
      </p>
    </div>
  )
}
