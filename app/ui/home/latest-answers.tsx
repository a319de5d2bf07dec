import { useTranslation } from 'react-i18next'
import type { Language } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { SubmissionCard, type ListedSubmission } from '../submissions/submission-card.tsx'

/** What was answered last. */
export function LatestAnswers({ language, answers }: { language: Language; answers: ListedSubmission[] }) {
  const { t } = useTranslation()
  return (
    <section aria-labelledby="answers" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="answers">{t('home:answers.title')}</h2>
        <p className="max-w-text">{t(answers.length > 0 ? 'home:answers.body' : 'home:answers.none')}</p>
      </div>
      <ul className="grid gap-4 md:grid-cols-3">
        {answers.map((submission) => (
          <li key={submission.ref}>
            <SubmissionCard submission={submission} language={language} />
          </li>
        ))}
      </ul>
      <p>
        <a href={paths.submissions(language)} className="button-quiet">
          {t('home:answers.all')}
        </a>
      </p>
    </section>
  )
}
