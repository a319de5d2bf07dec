import { useTranslation } from 'react-i18next'

/** The address of the booking, to be saved: without an e-mail it is the only key. */
export function BookingKey({ link, only }: { link: string; only: boolean }) {
  const { t } = useTranslation()
  return (
    <section
      aria-labelledby="key"
      className={`flex max-w-text flex-col gap-3 rounded-card p-5 sm:p-6 ${only ? 'border-2 border-sun bg-sun-tint' : 'bg-sunken'}`}
    >
      <h2 id="key">{t('bookings:key.title')}</h2>
      {only && <p className="font-bold">{t('bookings:key.only')}</p>}
      <p>
        <span className="block text-sm font-bold text-ink-soft">{t('bookings:key.link')}</span>
        <span dir="ltr" lang="sv" translate="no" className="block select-all break-all text-start font-bold">
          {link}
        </span>
      </p>
      <p>{t('bookings:key.secret')}</p>
    </section>
  )
}
