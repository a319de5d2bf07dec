import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Field } from '../field.tsx'

type Props = {
  language: Language
  reopening: { until: string; open: boolean }
  form: { formToken: string; unsolved: string | undefined; error: string | undefined; tooLong: string | undefined }
}

/** "It is not solved": asks that the case is opened again, in her own words; after the last day, the way to a new one. */
export function ReopenForm({ language, reopening: { until, open }, form }: Props) {
  const { t } = useTranslation()
  const { formToken, unsolved, error, tooLong } = form
  return (
    <details open={unsolved !== undefined || undefined} className="rounded-card bg-sunken p-5">
      <summary className="min-h-[2rem] cursor-pointer text-lg font-bold">{t('follow:reopen.title')}</summary>
      {open ? (
        <form
          method="post"
          action={paths.followVerb(language, 'reopen')}
          noValidate
          className="flex flex-col gap-4 pt-3"
        >
          <p>{t('follow:reopen.body', { day: until })}</p>
          <input type="hidden" name="formToken" value={formToken} />
          <Field name="unsolved" label={t('follow:reopen.label')} error={error}>
            {(attributes) => (
              <>
                {tooLong && error && <p className="font-bold text-danger">{tooLong}</p>}
                <textarea {...attributes} required rows={4} dir="auto" defaultValue={unsolved} className="control" />
              </>
            )}
          </Field>
          <button type="submit" className="button self-start">
            {t('follow:reopen.send')}
          </button>
        </form>
      ) : (
        <div className="flex flex-col gap-3 pt-3">
          <p>{t('follow:reopen.tooLate', { day: until })}</p>
          <p>
            <a className="button-quiet" href={paths.submit(language)}>
              {t('follow:reopen.again')}
            </a>
          </p>
        </div>
      )}
    </details>
  )
}
