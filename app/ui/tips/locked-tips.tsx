import { useTranslation } from 'react-i18next'
import { UnlockForm } from './unlock-form.tsx'

/** Says that tips are locked and what that hides, and asks for the passphrase. */
export function LockedTips() {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="locked" className="flex max-w-text flex-col gap-3">
      <h2 id="locked">{t('tips:list.locked')}</h2>
      <p>{t('tips:list.lockedHint')}</p>
      <UnlockForm />
    </section>
  )
}
