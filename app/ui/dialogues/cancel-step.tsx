import { useTranslation } from 'react-i18next'

/** The way to cancel: first a link to the question, so that nothing is cancelled by one tap. */
export function CancelStart({ action }: { action: string }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="cancel" className="flex max-w-text flex-col gap-3 border-t border-line pt-8">
      <h2 id="cancel">{t('bookings:cancel.title')}</h2>
      <p>{t('bookings:cancel.body')}</p>
      <p>
        <a href={`${action}?step=cancel`} className="button-quiet">
          {t('bookings:cancel.start')}
        </a>
      </p>
    </section>
  )
}

/** The question itself; only its answer cancels. */
export function CancelQuestion({ action }: { action: string }) {
  const { t } = useTranslation()
  return (
    <section className="flex max-w-text flex-col gap-4 rounded-card border-2 border-danger bg-danger-tint p-5 sm:p-7">
      <h1 className="text-2xl sm:text-3xl">{t('bookings:cancel.sure')}</h1>
      <p>{t('bookings:cancel.sureBody')}</p>
      <form method="post" action={action} className="flex flex-col gap-3 pt-1 sm:flex-row">
        <button type="submit" name="verb" value="cancel" className="button">
          {t('bookings:cancel.confirm')}
        </button>
        <a href={action} className="button-quiet">
          {t('bookings:cancel.keep')}
        </a>
      </form>
    </section>
  )
}
