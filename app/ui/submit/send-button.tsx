import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import type { Sending } from './use-sending.ts'

/** The last thing on the form. When the connection is lost it says so, and is the way to try again. */
export function SendButton({ sending }: { sending: Sending }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-4">
      <div role="alert" className="empty:hidden">
        {sending === 'lost' && (
          <Notice tone="danger">
            <p className="font-bold">{t('submit:lost.title')}</p>
            <p>{t('submit:lost.body')}</p>
          </Notice>
        )}
      </div>
      <button type="submit" className="button w-full text-lg sm:w-auto sm:self-start sm:px-12">
        {t('submit:send')}
      </button>
      <p role="status" className="text-ink-soft empty:hidden">
        {sending === 'under-way' && t('submit:sending')}
      </p>
    </div>
  )
}
