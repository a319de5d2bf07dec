import { useTranslation } from 'react-i18next'
import type { PublicStatus } from '#app/domain/submissions/public-statuses.ts'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { ExampleMark } from '../example-mark.tsx'
import { InLanguage } from '../in-language.tsx'

export type ListedSubmission = {
  ref: string
  kind: string
  category: string
  status: PublicStatus
  title: { text: string; lang: string }
  area: { slug: string; name: string }
  publishedOn: string
  answered: boolean
  example: boolean
}

/** What somebody said, in a list: its title, where, about what, and whether it has an answer. */
export function SubmissionCard({ submission, language }: { submission: ListedSubmission; language: Language }) {
  const { t } = useTranslation()
  const { ref, category, status, title, area, publishedOn, example } = submission
  return (
    <article className="relative flex h-full flex-col gap-2 rounded-card border border-line border-s-[6px] border-s-voice bg-surface p-4 shadow-card sm:p-5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span lang="sv" className="font-bold text-voice">
          {area.name}
        </span>
        <span>{t(`categories:${category}`)}</span>
        {example && <ExampleMark />}
      </p>
      <h3>
        <a
          href={paths.submission(language, ref)}
          className="text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          <InLanguage text={title} />
        </a>
      </h3>
      <p className="mt-auto flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
        <PublicStatusBadge status={status} />
        <span className="text-ink-soft">{t('submissions:published', { date: publishedOn })}</span>
      </p>
    </article>
  )
}

const looks: Record<PublicStatus, string> = {
  working: 'bg-sun-tint text-sun',
  answered: 'bg-sky-tint text-sky',
  closed: 'bg-sky-tint text-sky',
  'passed-on': 'bg-sunken text-ink-soft',
  'not-pursued': 'bg-sunken text-ink-soft',
}

/** Where a published submission stands, in the words for the public. */
export function PublicStatusBadge({ status }: { status: PublicStatus }) {
  const { t } = useTranslation()
  return (
    <span className={`inline-block rounded-full px-3 py-0.5 text-sm font-bold ${looks[status]}`}>
      {t(`submissions:status.${status}`)}
    </span>
  )
}
