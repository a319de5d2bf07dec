import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ExampleMark } from '../example-mark.tsx'
import { InLanguage } from '../in-language.tsx'
import { Outcome } from './outcome.tsx'
import type { ToldListed } from './told.ts'

/** A dialogue that is over, with what it led to. */
export function PastCard({ dialogue, language }: { dialogue: ToldListed; language: Language }) {
  const { t } = useTranslation()
  const { slug, kind, title, day, place, area, outcome, stage, cancelledReason, example } = dialogue
  return (
    <article className="card flex flex-col gap-5">
      <header className="flex flex-col gap-1.5">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm font-bold text-ink-soft">
          {t(`dialogues:kind.${kind}`)}
          {example && <ExampleMark />}
        </p>
        <h3>
          <a href={paths.dialogue(language, slug)} className="text-ink no-underline hover:underline">
            <InLanguage text={title} />
          </a>
        </h3>
        <p className="text-ink-soft">
          <span className="inline-block first-letter:uppercase">{day}</span> · <span lang="sv">{place}</span> ·{' '}
          <span lang="sv">{area}</span>
        </p>
      </header>
      {stage === 'cancelled' || stage === 'postponed' ? (
        <p className="font-bold">
          {t(`dialogues:stage.${stage}`)}
          {cancelledReason && (
            <>
              {': '}
              <InLanguage text={cancelledReason} className="font-normal" />
            </>
          )}
        </p>
      ) : outcome ? (
        <Outcome outcome={outcome} level="h4" />
      ) : (
        <p>{t('dialogues:outcome.none')}</p>
      )}
    </article>
  )
}
