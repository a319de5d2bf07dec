import { useTranslation } from 'react-i18next'

/** Forgets the code in this browser, for those who share it with others. */
export function CloseForm({ action }: { action: string }) {
  const { t } = useTranslation()
  return (
    <form method="post" action={action} className="flex flex-col gap-3 rounded-card bg-sunken p-5">
      <h2>{t('follow:close.title')}</h2>
      <p>{t('follow:close.body')}</p>
      <button type="submit" className="button-quiet self-start">
        {t('follow:close.button')}
      </button>
    </form>
  )
}
