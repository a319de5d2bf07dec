import { useTranslation } from 'react-i18next'
import { LinkedText } from '../linked-text.tsx'

/** On every page of trial mode: nobody reads this, call instead. */
export function TrialBanner() {
  const { t } = useTranslation()
  return (
    <aside className="bg-sun-tint px-4 py-2 text-center font-bold text-sun">
      <LinkedText text={t('common:trial')} />
    </aside>
  )
}
