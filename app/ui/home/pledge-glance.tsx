import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ProgressBar } from '../commitments/progress-bar.tsx'
import { StateBadge } from '../commitments/state-badge.tsx'
import type { ToldCommitment } from '../commitments/told.ts'
import { ExampleMark } from '../example-mark.tsx'
import { InLanguage } from '../in-language.tsx'

type Props = {
  language: Language
  pledge: { title: { text: string; lang: string }; example: boolean; counted: ToldCommitment[] }
}

/** The counted promises of the pledge in force, one line each: what, how far, and whether it keeps pace. */
export function PledgeGlance({ language, pledge }: Props) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="pledge" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="pledge">{t('home:pledge.title')}</h2>
        <p className="max-w-text">{t('home:pledge.body')}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-soft">
          <InLanguage text={pledge.title} />
          {pledge.example && <ExampleMark />}
        </p>
      </div>
      <ul className="card flex flex-col divide-y divide-line !py-1">
        {pledge.counted.map((commitment) => (
          <Line key={commitment.slug} language={language} commitment={commitment} />
        ))}
      </ul>
      <p>
        <a href={paths.commitments(language)} className="button-quiet">
          {t('home:pledge.all')}
        </a>
      </p>
    </section>
  )
}

function Line({ language, commitment }: { language: Language; commitment: ToldCommitment }) {
  const { slug, title, state, sentence, report, bar } = commitment
  return (
    <li className="grid gap-x-6 gap-y-1.5 py-4 md:grid-cols-2 md:items-center">
      <a href={paths.commitment(language, slug)} className="font-bold text-ink">
        <InLanguage text={title} />
      </a>
      <div className="flex flex-col gap-1.5">
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span>{sentence ?? report}</span>
          <StateBadge state={state} />
        </div>
        {bar && sentence && <ProgressBar bar={bar} label={title.text} />}
      </div>
    </li>
  )
}
