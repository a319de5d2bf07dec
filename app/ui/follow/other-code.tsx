import { useTranslation } from 'react-i18next'
import { Notice } from '../notice.tsx'
import { useCodeInAddress } from './use-code-in-address.ts'

/** Where a case is open already and a QR code brings a code: one tap changes over to it, and none happens by itself. */
export function OtherCode({ action }: { action: string }) {
  const { t } = useTranslation()
  const code = useCodeInAddress()
  if (!code) return null
  return (
    <Notice tone="wait" role="status">
      <form method="post" action={action} className="flex flex-col gap-3">
        <p>{t('follow:code.other')}</p>
        <input type="hidden" name="code" value={code} />
        <button type="submit" className="button self-start">
          {t('follow:code.openOther')}
        </button>
      </form>
    </Notice>
  )
}
