import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'
import { TranslatedText, type Translation } from '../translated-text.tsx'

type Text = { text: string; lang: string }
type Version = {
  key: number
  body: Translation | null
  signedAs: Text
  on: string
  withdrawn: boolean
}

type Props = { answer: { inForce?: Version | undefined; others: Version[] } }

/** The official answer, the function that signed it, and the days on which it was changed. */
export function Answer({ answer: { inForce, others } }: Props) {
  const { t } = useTranslation()
  return (
    <section
      aria-labelledby="answer"
      className="flex flex-col gap-3 rounded-card border border-line border-s-[6px] border-s-sky bg-sky-tint p-5 sm:p-7"
    >
      <h2 id="answer" className="text-sky">
        {t('submissions:answer.title')}
      </h2>
      {inForce?.body ? (
        <>
          <TranslatedText text={inForce.body} className="max-w-text text-lg" />
          <Signature version={inForce} />
        </>
      ) : (
        <p>{t('submissions:answer.none')}</p>
      )}
      {others.length > 0 && (
        <details className="max-w-text">
          <summary className="min-h-[2.75rem] cursor-pointer py-2 font-bold">{t('submissions:answer.history')}</summary>
          <ol className="flex flex-col gap-4 pt-2">
            {others.map((version) => (
              <li key={version.key} className="border-s-2 border-line-strong ps-4">
                {version.body ? (
                  <>
                    <InLanguage as="p" text={version.body} />
                    <Signature version={version} />
                  </>
                ) : (
                  <p>{t('submissions:answer.withdrawn', { date: version.on })}</p>
                )}
              </li>
            ))}
          </ol>
        </details>
      )}
      {inForce && others.length > 0 && (
        <p className="text-sm text-ink-soft">{t('submissions:answer.changed', { date: inForce.on })}</p>
      )}
    </section>
  )
}

/** Who signed: always a function, never a name. */
function Signature({ version: { signedAs, on } }: { version: Version }) {
  const { t } = useTranslation()
  return (
    <p className="text-ink-soft">
      <InLanguage text={signedAs} className="font-bold text-ink" />
      {' · '}
      {t('submissions:answer.given', { date: on })}
    </p>
  )
}
