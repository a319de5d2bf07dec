import { useTranslation } from 'react-i18next'
import { ErrorNumber } from './error-number.tsx'

type Props = { errors: Record<string, string>; labels: Record<string, string> }

/** What is wrong in a form, on top of it, each line linked to its field. */
export function ErrorSummary({ errors, labels }: Props) {
  const { t } = useTranslation()
  const wrong = Object.entries(errors)
  if (wrong.length === 0) return null
  const failed = errors.form === 'not-received'
  return (
    <div role="alert" tabIndex={-1} className="max-w-text rounded-card border-2 border-danger bg-danger-tint p-5">
      <h2 className="text-danger">{t(failed ? 'errors:notReceived.title' : 'errors:summary')}</h2>
      <ul className="mt-2 list-disc ps-5">
        {wrong.map(([field, code]) => (
          <li key={field}>
            <a href={`#${field}`} className="text-danger">
              {labels[field] ? `${labels[field]}: ` : ''}
              {t(`errors:field.${code}`)}
            </a>
          </li>
        ))}
      </ul>
      {failed && <ErrorNumber />}
    </div>
  )
}
