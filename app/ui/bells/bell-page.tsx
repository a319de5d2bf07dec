import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'

type Props = { language: Language; title: string; state: 'asks' | 'rings' | 'gone' }

/** Where the link in a mail leads: yes or no to mail, and no more of it. */
export function BellPage({ language, title, state }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-6">
      <h1>{title}</h1>
      <p className="text-lg">{t(`bells:${state}.body`)}</p>
      {state !== 'asks' && (
        <p>
          <a className="button" href={paths.follow(language)}>
            {t('bells:open')}
          </a>
        </p>
      )}
      {state !== 'gone' && (
        <form method="post" className="flex flex-col gap-3 sm:flex-row sm:flex-wrap">
          {state === 'asks' && (
            <button type="submit" name="verb" value="confirm" className="button px-8 text-lg">
              {t('bells:asks.yes')}
            </button>
          )}
          <button type="submit" name="verb" value="stop" className="button-quiet">
            {t(`bells:${state}.no`)}
          </button>
        </form>
      )}
      <p className="text-ink-soft">{t(`bells:${state}.hint`)}</p>
    </div>
  )
}
