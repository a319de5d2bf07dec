import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'

/** The recovery codes, shown this once. */
export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="codes" className="card stack">
      <h2 id="codes">{t('account:recovery.title')}</h2>
      <Notice tone="wait">{t('account:recovery.once')}</Notice>
      <ol dir="ltr" className="grid max-w-md list-none gap-x-8 gap-y-2 font-mono text-lg sm:grid-cols-2">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <p>{t('account:recovery.keep')}</p>
      <p className="no-print">
        <a className="button" href={paths.staffAccount()}>
          {t('account:recovery.saved')}
        </a>
      </p>
    </section>
  )
}
