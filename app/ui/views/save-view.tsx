import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { ViewFields } from './view-fields.tsx'

type Props = {
  filter: string
  organisation: string
  values?: Record<string, string> | undefined
  error?: string | undefined
}

/** Keeps what the queue shows now under a name. `filter` is what stands in its address. */
export function SaveView({ filter, organisation, values, error }: Props) {
  const { t } = useTranslation()
  return (
    <form method="post" action={paths.staffViews()} className="flex flex-col gap-4">
      <input type="hidden" name="filter" value={values?.filter ?? filter} />
      <ViewFields {...{ organisation, error }} name={values?.name} shared={values?.shared === 'yes'} />
      <p>
        <button type="submit" className="button">
          {t('views:save')}
        </button>
      </p>
    </form>
  )
}
