import { useTranslation } from 'react-i18next'
import { TextField } from '../staff/text-field.tsx'

export type ViewReply = {
  values?: Record<string, string>
  errors?: Record<string, string>
  refused?: string | undefined
}

type Props = {
  organisation: string
  name?: string | undefined
  shared: boolean
  error?: string | undefined
  /** Whether it is hers to say if it is shared. */
  mayShare?: boolean
}

/** What a view is called, and whether colleagues have it too. */
export function ViewFields({ organisation, name, shared, error, mayShare = true }: Props) {
  const { t } = useTranslation()
  return (
    <>
      <TextField name="name" label={t('views:name')} value={name} error={error} />
      {mayShare && (
        <label className="flex min-h-[2.75rem] w-fit max-w-text items-center gap-3">
          <input type="checkbox" name="shared" value="yes" defaultChecked={shared} className="h-6 w-6 shrink-0" />
          {t('views:share', { organisation })}
        </label>
      )}
    </>
  )
}
