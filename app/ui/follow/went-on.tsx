import { useTranslation } from 'react-i18next'
import { InLanguage } from '../in-language.tsx'

type Text = { text: string; lang: string }

/** The case in which a merged one goes on: as much of it as is told to everybody. */
export type ShownWentOn = {
  status: string
  since: string
  to: string | undefined
  answer: { body: Text; signedAs: Text; on: string } | undefined
}

/** Where her case goes on, how it stands there, and the answer when there is one. */
export function WentOn({ status, since, to, answer }: ShownWentOn) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="went-on" className="card flex max-w-text flex-col gap-4 border-s-[6px] border-s-sky">
      <h2 id="went-on">{t('follow:wentOn.title')}</h2>
      <p>{t('follow:wentOn.lead')}</p>
      <p>
        <b>{status}</b> <span className="text-ink-soft">{since}</span>
      </p>
      {answer ? (
        <div className="flex flex-col gap-2 rounded-card border-s-4 border-accent bg-accent-tint p-4">
          <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 text-base">
            {t('follow:thread.answer')}
            <span className="text-sm font-normal text-ink-soft">{answer.on}</span>
          </h3>
          <InLanguage as="p" text={answer.body} className="break-words" />
          <InLanguage as="p" text={answer.signedAs} className="font-bold" />
        </div>
      ) : (
        <p className="text-ink-soft">{t('follow:wentOn.noAnswer')}</p>
      )}
      {to && (
        <p>
          <a className="button-quiet" href={to}>
            {t('follow:wentOn.read')}
          </a>
        </p>
      )}
    </section>
  )
}
