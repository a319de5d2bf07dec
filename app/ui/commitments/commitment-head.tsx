import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ExampleMark } from '../example-mark.tsx'
import { InLanguage } from '../in-language.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { StateBadge } from './state-badge.tsx'
import type { ToldCommitment } from './told.ts'

type Text = { text: string; lang: string }
type Props = {
  language: Language
  commitment: ToldCommitment & {
    body: Text
    pledge: { slug: string; title: Text }
    ownersLabel: string
    termRule?: string | undefined
    shown: string[]
  }
}

/** A promise in full: what, who, how much, how far, and by which rule reports show. */
export function CommitmentHead({ commitment, language }: Props) {
  const { t } = useTranslation()
  const { number, title, body, pledge, example, owners, ownersLabel, goal, termRule, shown } = commitment
  return (
    <div className="grid items-start gap-x-12 gap-y-8 lg:grid-cols-[3fr_2fr]">
      <header className="flex max-w-text flex-col gap-4">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <a href={paths.pledge(language, pledge.slug)}>
            <InLanguage text={pledge.title} />
          </a>
          <span className="text-ink-soft">{t('commitments:number', { number })}</span>
          {example && <ExampleMark />}
        </p>
        <InLanguage as="h1" text={title} />
        <InLanguage as="p" text={body} className="text-lg" />
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2">
          <dt className="text-ink-soft">{ownersLabel}</dt>
          <dd className="font-bold">{owners}</dd>
          <dt className="text-ink-soft">{t('commitments:goal')}</dt>
          <dd>
            {goal ?? t('commitments:goalNone')}
            {termRule && <p className="text-sm text-ink-soft">{termRule}</p>}
          </dd>
          <dt className="text-ink-soft">{t('commitments:shown.title')}</dt>
          <dd>
            {shown.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </dd>
        </dl>
      </header>
      <Result commitment={commitment} />
    </div>
  )
}

function Result({ commitment: { title, state, period, sentence, bar, report } }: { commitment: ToldCommitment }) {
  const { t } = useTranslation()
  return (
    <section className="card flex flex-col gap-3 border-t-[6px] border-t-accent">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2>{t('commitments:result')}</h2>
        <StateBadge state={state} />
      </div>
      {period && <p className="text-ink-soft">{period}</p>}
      {sentence && <p className="text-2xl font-extrabold leading-snug">{sentence}</p>}
      {bar && sentence && (
        <>
          <ProgressBar bar={bar} label={title.text} />
          <p className="text-sm text-ink-soft">{t('commitments:paceRule')}</p>
        </>
      )}
      <p>{report}</p>
    </section>
  )
}
