import { useTranslation } from 'react-i18next'
import { Field } from '../field.tsx'
import type { Limit } from '../submit/body-field.tsx'

type Props = { limit: Limit; value: string | undefined; error: string | undefined }

/** The place in the person's own words. */
export function PlaceNote({ limit, value, error }: Props) {
  const { t } = useTranslation()
  return (
    <Field
      name="placeNote"
      label={t('submit:place.note')}
      hint={t('submit:place.noteHint', { limit: limit.text })}
      error={error}
      optional
    >
      {(attributes) => <input {...attributes} type="text" dir="auto" defaultValue={value} className="control" />}
    </Field>
  )
}
