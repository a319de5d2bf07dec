import type { Language } from '#app/i18n/languages.ts'
import { SubmissionCard, type ListedSubmission } from './submission-card.tsx'

type Props = {
  submissions: ListedSubmission[]
  language: Language
  /** Said where there is nothing. */
  none: string
  /** One under the other, beside something else. */
  narrow?: boolean
}

/** Published submissions, latest first. */
export function SubmissionList({ submissions, language, none, narrow = false }: Props) {
  if (submissions.length === 0) return <p className="text-ink-soft">{none}</p>
  return (
    <ul className={`grid gap-4 ${narrow ? '' : 'sm:grid-cols-2 lg:grid-cols-3'}`}>
      {submissions.map((submission) => (
        <li key={submission.ref}>
          <SubmissionCard submission={submission} language={language} />
        </li>
      ))}
    </ul>
  )
}
