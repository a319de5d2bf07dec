import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'
import { Notice } from '../notice.tsx'

/** What is to be said to the person now: what she tells calls for more than writing it down. It stops nobody. */
export function EntryAdvice({ advice }: { advice: { text: string; lang: string } }) {
  const { t } = useTranslation()
  return (
    <Notice tone="danger" role="alert">
      <div className="flex flex-col gap-2">
        <p className="font-bold text-danger">{t('staff:entry.advice')}</p>
        <InLanguage as="p" text={advice} className="text-lg font-bold" />
        <p>{t('staff:entry.adviceHint')}</p>
      </div>
    </Notice>
  )
}
