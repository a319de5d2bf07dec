import { useTranslation } from 'react-i18next'

/** Says that something is made up, to show how the portal works. */
export function ExampleMark() {
  const { t } = useTranslation()
  return (
    <span className="inline-block rounded-full border border-dashed border-line-strong px-2.5 text-sm font-normal text-ink-soft">
      {t('common:example')}
    </span>
  )
}
