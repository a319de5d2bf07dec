import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { InLanguage } from '../in-language.tsx'
import { ProgressBar } from './progress-bar.tsx'
import { StateBadge } from './state-badge.tsx'
import type { ToldPeriod } from './told.ts'

type Row = { name: string; count: string; slug?: string | undefined }

/** A table of a name and a number; names of areas lead to their pages. */
export function CountTable({
  title,
  heads,
  rows,
  language,
}: {
  title: string
  heads: [string, string]
  rows: Row[]
  language: Language
}) {
  return (
    <table className="w-full max-w-text border-collapse">
      <caption className="pb-2 text-start text-lg font-bold">{title}</caption>
      <thead>
        <tr className="border-b-2 border-line-strong text-ink-soft">
          <th scope="col" className="py-1.5 text-start font-normal">
            {heads[0]}
          </th>
          <th scope="col" className="py-1.5 text-end font-normal">
            {heads[1]}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, count, slug }) => (
          <tr key={name} className="border-b border-line">
            <th scope="row" className="py-2 text-start font-normal">
              {slug ? <a href={paths.area(language, slug)}>{name}</a> : name}
            </th>
            <td className="py-2 text-end font-bold tabular-nums">{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What owners have told in words. They write in Swedish. */
export function ToldReports({
  reports,
}: {
  reports: { on: string; owner: string; area?: string | undefined; note: string }[]
}) {
  return (
    <ul className="flex max-w-text flex-col gap-4">
      {reports.map(({ on, owner, area, note }) => (
        <li key={`${on} ${note}`} className="border-s-4 border-accent ps-4">
          <InLanguage as="p" text={{ text: note, lang: 'sv' }} />
          <p className="text-sm text-ink-soft">{[on, owner, area].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  )
}

/** How it went in the periods before. */
export function EarlierPeriods({ periods }: { periods: ToldPeriod[] }) {
  const { t } = useTranslation()
  return (
    <section className="flex max-w-text flex-col gap-3">
      <h2>{t('commitments:earlierPeriods')}</h2>
      <ul className="flex flex-col gap-4">
        {periods.map(({ name, state, sentence, bar }) => (
          <li key={name} className="flex flex-col gap-1.5">
            <p className="flex flex-wrap items-center gap-3 font-bold">
              {name} <StateBadge state={state} />
            </p>
            <p>{sentence}</p>
            <ProgressBar bar={bar} label={name} />
          </li>
        ))}
      </ul>
    </section>
  )
}
