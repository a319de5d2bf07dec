import { useTranslation } from 'react-i18next'

type Props = {
  name: string
  label: string
  /** Said before the field: what it is for, how long it may be. */
  hint?: string | undefined
  /** A code of the catalogue `errors`, under `field`. */
  error?: string | undefined
  optional?: boolean
  children: (control: {
    id: string
    name: string
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
  }) => React.ReactNode
}

/** One labelled control with its hint and its error; `children` draws the control itself. */
export function Field({ name, label, hint, error, optional = false, children }: Props) {
  const { t } = useTranslation()
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
  return (
    <div className="flex max-w-text flex-col gap-1.5">
      <label htmlFor={name} className="font-bold">
        {label} {optional && <span className="font-normal text-ink-soft">{t('common:optional')}</span>}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-ink-soft">
          {hint}
        </p>
      )}
      {error && <FieldError name={name} code={error} />}
      {children({ id: name, name, 'aria-describedby': described, 'aria-invalid': error ? true : undefined })}
    </div>
  )
}

/** The error of a field, in words, with the id that the field and the summary point to. */
export function FieldError({ name, code }: { name: string; code: string }) {
  const { t } = useTranslation()
  return (
    <p id={`${name}-error`} className="flex items-baseline gap-2 font-bold text-danger">
      <span aria-hidden="true">▲</span>
      {t(`errors:field.${code}`)}
    </p>
  )
}
