import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'

type Props = {
  code: string | undefined
  errors: Record<string, string>
  /** How long to wait after too many tries, in words. */
  wait: string | undefined
  /** A message that was written when the page had closed by itself; it is sent along with the code. */
  message: string | undefined
  formToken: string
}

/** Where the receipt code is typed, in any way a person may type it. */
export function CodeForm({ code, errors, wait, message, formToken }: Props) {
  const { t } = useTranslation()
  return (
    <form id="form" method="post" noValidate className="flex max-w-text flex-col gap-5">
      {wait && (
        <p role="alert" className="rounded-card border-2 border-danger bg-danger-tint p-4 font-bold text-danger">
          {wait}
        </p>
      )}
      <Field name="code" label={t('follow:code.label')} hint={t('follow:code.hint')} error={errors.code}>
        {(attributes) => (
          <input
            {...attributes}
            type="text"
            required
            dir="ltr"
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            defaultValue={code}
            placeholder="XXXX-XXXX-XXXX-XXXX-XXXX"
            className="control text-lg font-bold tracking-wider placeholder:font-normal placeholder:text-line-strong"
          />
        )}
      </Field>
      {message && <KeptMessage message={message} error={errors.message} formToken={formToken} />}
      <button type="submit" className="button self-start px-10 text-lg">
        {t('follow:code.open')}
      </button>
      <p className="text-ink-soft">{t('follow:code.lost')}</p>
    </form>
  )
}

type KeptProps = { message: string; error: string | undefined; formToken: string }

function KeptMessage({ message, error, formToken }: KeptProps) {
  const { t } = useTranslation()
  return (
    <>
      <input type="hidden" name="formToken" value={formToken} />
      <Field name="message" label={t('follow:code.kept')} hint={t('follow:code.keptHint')} error={error}>
        {(attributes) => <textarea {...attributes} rows={5} dir="auto" defaultValue={message} className="control" />}
      </Field>
    </>
  )
}
