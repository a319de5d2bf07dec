import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { useScript } from '../use-script.ts'
import { QrCode } from './qr-code.tsx'

type Props = { language: Language; qr: { size: number; path: string }; followAt: string }

/** The ways to keep the receipt: by another phone's camera, on paper, as a file. On paper itself: where to go with it. */
export function KeepReceipt({ language, qr, followAt }: Props) {
  const { t } = useTranslation()
  const script = useScript()
  return (
    <section
      aria-labelledby="keep"
      className="card flex flex-col gap-6 print:border-0 print:p-0 print:shadow-none sm:flex-row print:flex-row"
    >
      <QrCode qr={qr} label={t('receipt:keep.qrLabel')} />
      <div className="no-print flex flex-col gap-4">
        <h2 id="keep">{t('receipt:keep.title')}</h2>
        <p>{t('receipt:keep.qr')}</p>
        <div className="flex flex-wrap gap-3">
          {script && (
            <button type="button" className="button-quiet" onClick={() => window.print()}>
              {t('receipt:keep.print')}
            </button>
          )}
          <form method="post" action={paths.receiptFile(language)}>
            <button type="submit" className="button-quiet">
              {t('receipt:keep.file')}
            </button>
          </form>
        </div>
        <p className="text-ink-soft">{t('receipt:keep.shared')}</p>
      </div>
      <div className="hidden print:flex print:flex-col print:gap-2">
        <p>{t('receipt:paper.where')}</p>
        <p>
          <span dir="ltr" lang="zxx" className="break-all font-bold">
            {followAt}
          </span>
        </p>
        <p>{t('receipt:paper.secret')}</p>
        <p className="font-bold">{t('receipt:paper.emergency')}</p>
      </div>
    </section>
  )
}
