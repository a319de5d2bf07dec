import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

type Props = {
  language: Language
  /** What is followed has nothing of one's own to read but the address. */
  followed?: boolean
  /** Of a sealed case only what staff wrote, and the days; and there is no address. */
  sealed?: boolean
}

/** One's own data: to take along, and what can be erased. */
export function OwnData({ language, followed = false, sealed = false }: Props) {
  const { t } = useTranslation()
  return (
    <details className="rounded-card bg-sunken p-5">
      <summary className="min-h-[2rem] cursor-pointer font-bold">{t('follow:data.title')}</summary>
      <div className="flex flex-col gap-3 pt-3">
        <p>{t(sealed ? 'follow:data.told' : 'follow:data.lead')}</p>
        {!followed && (
          <a className="button-quiet self-start" href={paths.followData(language, 'html')} download>
            {t('follow:data.read')}
          </a>
        )}
        <a className="button-quiet self-start" href={paths.followData(language, 'json')} download>
          {t('follow:data.machine')}
        </a>
        {!sealed && (
          <p>
            {t('follow:data.erase')} <a href="#bell">{t('follow:bell.withdraw')}</a>
          </p>
        )}
        <p>
          <a href={paths.privacy(language)}>{t('follow:data.more')}</a>
        </p>
      </div>
    </details>
  )
}
