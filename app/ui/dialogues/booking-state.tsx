import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import type { ToldBooking } from './told.ts'

const tones = { confirmed: 'done', waitlisted: 'wait', offered: 'wait', cancelled: 'info' } as const

/** How the booking stands, in words, and what that means. */
export function BookingState({ booking, title }: { booking: ToldBooking; title: string }) {
  const { t } = useTranslation()
  const { state, fewer, email } = booking
  return (
    <Notice tone={tones[state]}>
      <h1 className="text-2xl sm:text-3xl">{title}</h1>
      <p className="mt-2">{t(`bookings:then.${state}`)}</p>
      {fewer && <p className="mt-2 font-bold">{fewer}</p>}
      {email && state !== 'cancelled' && <p className="mt-2 break-words">{t('bookings:mailed', { email })}</p>}
    </Notice>
  )
}
