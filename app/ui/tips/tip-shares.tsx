import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'

/** The paper shares of a new recovery key, shown this once, each on a sheet of its own when printed. */
export function TipShares({ shares, since }: { shares: readonly string[]; since: string | null }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <header className="no-print flex max-w-text flex-col gap-3">
        <h1>{t('tips:shares.title')}</h1>
        <Notice tone="wait">
          <p className="font-bold">{t('tips:shares.once')}</p>
          <p>{t('tips:shares.how')}</p>
        </Notice>
      </header>
      <ol className="grid gap-6 lg:grid-cols-3 print:block">
        {shares.map((share, index) => (
          <li key={share} className="card flex flex-col gap-3 print:break-after-page">
            <h2 className="text-xl sm:text-xl">{t('tips:shares.share', { number: index + 1, all: shares.length })}</h2>
            <p className="text-sm text-ink-soft">{t('tips:shares.of', { day: since })}</p>
            <p dir="ltr" className="grid grid-cols-4 gap-x-3 gap-y-1 font-mono text-lg">
              {share.split('-').map((group, at) => (
                <span key={at}>{group}</span>
              ))}
            </p>
            <p className="text-sm">{t('tips:shares.keep')}</p>
          </li>
        ))}
      </ol>
      <p className="no-print">
        <a className="button" href={paths.staffTipsKeys()}>
          {t('tips:shares.done')}
        </a>
      </p>
    </div>
  )
}
