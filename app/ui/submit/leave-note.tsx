import { useTranslation } from 'react-i18next'

/** What the button for leaving quickly does and does not do, where it is first met. */
export function LeaveNote() {
  const { t } = useTranslation()
  return <p className="max-w-text text-ink-soft sm:hidden">{t('common:leave.about')}</p>
}
