import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'

type Text = { text: string; lang: string }
export type EarlierText = { key: number; title: Text | null; body: Text | null; on: string }

/** What stood here before, with its days; of what was withdrawn only the day. */
export function EarlierTexts({ texts, changed }: { texts: EarlierText[]; changed: string | undefined }) {
  const { t } = useTranslation()
  if (texts.length === 0) return null
  return (
    <div className="border-t border-line pt-2">
      <details className="max-w-text">
        <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold">{t('submissions:texts.history')}</summary>
        <ol className="flex flex-col gap-4 pt-2">
          {texts.map(({ key, title, body, on }) => (
            <li key={key} className="flex flex-col gap-1 border-s-2 border-line-strong ps-4">
              {title && body ? (
                <>
                  <InLanguage as="h3" text={title} className="break-words" />
                  <InLanguage as="p" text={body} className="break-words" />
                  <p className="text-sm text-ink-soft">{t('submissions:texts.shown', { date: on })}</p>
                </>
              ) : (
                <p>{t('submissions:answer.withdrawn', { date: on })}</p>
              )}
            </li>
          ))}
        </ol>
      </details>
      {changed && <p className="text-sm text-ink-soft">{t('submissions:answer.changed', { date: changed })}</p>}
    </div>
  )
}
