import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'

type Props = { name: string; label: string; value: string | undefined; error: string | undefined }

/** A time by the clock in Stockholm; nothing means now. */
export function TimeField({ name, label, value, error }: Props) {
  const { t } = useTranslation()
  return (
    <Field name={name} label={label} hint={t('templates:plan.hint')} error={error} optional>
      {(control) => <input {...control} type="datetime-local" defaultValue={value} className="control max-w-xs" />}
    </Field>
  )
}
