import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'

type Props = {
  answer: { audience: 'public' | 'resident'; texts: { lang: string; name: string; text: string }[] }
}

/** All of an answer that waits, and to whom it goes: whoever approves it answers for every language. */
export function PlannedAnswer({ answer: { audience, texts } }: Props) {
  const { t } = useTranslation()
  return (
    <div className="flex max-w-text flex-col gap-3">
      <p>
        {t('staff:answer.for')}: <b>{t(`staff:answer.audience.${audience}`)}</b>
      </p>
      {texts.map(({ lang, name, text }) => (
        <div key={lang}>
          <p className="text-sm text-ink-soft">{name}</p>
          <InLanguage as="p" text={{ text, lang }} className="break-words" />
        </div>
      ))}
    </div>
  )
}
