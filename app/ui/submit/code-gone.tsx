import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { LinkedText } from '../linked-text.tsx'

type Props = { language: Language; title: string; saved: boolean }

/** Where the receipt was: after "I have saved it", or when it was shown before and is gone. */
export function CodeGone({ language, title, saved }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-5">
      <h1>{title}</h1>
      {saved ? (
        <p className="text-lg">{t('submit:thanks.body')}</p>
      ) : (
        <>
          <p className="text-lg">{t('submit:gone.body')}</p>
          <p>{t('submit:gone.have')}</p>
        </>
      )}
      <p className="flex flex-wrap gap-3">
        <a className="button" href={paths.follow(language)}>
          {t('submit:gone.open')}
        </a>
        <a className="button-quiet" href={saved ? paths.home(language) : paths.submit(language)}>
          {t(saved ? 'common:toHome' : 'submit:gone.again')}
        </a>
      </p>
      {!saved && (
        <p>
          <LinkedText text={t('submit:gone.lost')} />
        </p>
      )}
    </div>
  )
}
