import { useTranslation } from 'react-i18next'
import { LinkedText } from '../linked-text.tsx'

/** On every page of trial mode: nobody reads this, call instead. */
export function TrialBanner() {
  const { t } = useTranslation()
  return (
    <aside className="bg-sun-tint px-4 py-1.5 text-center text-sm font-bold text-sun sm:text-base">
      <LinkedText text={t('common:trial')} />
    </aside>
  )
}
