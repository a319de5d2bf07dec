import { useTranslation } from 'react-i18next'
import type { ToldCommitment } from './told.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { StateBadge } from './state-badge.tsx'

/** One promise at a glance: what, who, how far, and when it was last reported. */
export function CommitmentCard({ commitment, language }: { commitment: ToldCommitment; language: Language }) {
  const { t } = useTranslation()
  const { number, slug, title, owners, state, goal, report, sentence, bar } = commitment
  return (
    <article className="card flex h-full flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm font-bold text-ink-soft">{t('commitments:number', { number })}</p>
        <StateBadge state={state} />
      </div>
      <h3>
        <a href={paths.commitment(language, slug)} className="text-ink no-underline hover:underline">
          <InLanguage text={title} />
        </a>
      </h3>
      <p className="text-ink-soft">{owners}</p>
      <div className="mt-auto flex flex-col gap-1.5">
        {sentence && <p className="text-lg font-bold">{sentence}</p>}
        {bar && sentence && <ProgressBar bar={bar} label={title.text} />}
        <p>{goal ? `${t('commitments:goal')}: ${goal}` : t('commitments:goalNone')}</p>
        <p className="text-sm text-ink-soft">{report}</p>
      </div>
    </article>
  )
}
