import { useTranslation } from 'react-i18next'
import { InLanguage } from './in-language.tsx'

type Text = { text: string; lang: string }
export type Translation = Text & { swedish?: Text | undefined }

type Props = { text: Translation; className?: string }

/** A text that may be older than the Swedish: then that is said in the reader's language, and the Swedish is there to read. */
export function TranslatedText({ text, className = '' }: Props) {
  return (
    <>
      {text.swedish && <NewerSwedish swedish={text.swedish} />}
      <InLanguage as="p" text={text} className={className} />
    </>
  )
}

/** Says that the Swedish is newer than the translation below, and unfolds it. */
export function NewerSwedish({ swedish }: { swedish: Text }) {
  const { t } = useTranslation()
  return (
    <div className="max-w-text rounded-control border-s-4 border-sun bg-sun-tint px-4 py-2">
      <p className="font-bold">{t('common:translation.older')}</p>
      <details>
        <summary className="min-h-[2.75rem] cursor-pointer py-2 text-accent underline underline-offset-4">
          {t('common:translation.readSwedish')}
        </summary>
        <InLanguage as="p" text={swedish} className="break-words pb-2" />
      </details>
    </div>
  )
}
