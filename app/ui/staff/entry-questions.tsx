import { useTranslation } from 'react-i18next'
import type { ShownQuestions } from '../submit/form-parts.ts'
import { QuestionFields } from '../submit/question-fields.tsx'
import { questionsOf } from '../submit/questions-of.ts'
import type { Said } from '../submit/use-said.ts'
import { EntryAdvice } from './entry-advice.tsx'
import type { EntryForm } from './entry-form.ts'

type Props = {
  questions: EntryForm['questions']
  said: Said
  errors: Record<string, string>
  live: boolean
  shownQuestions: ShownQuestions
}

/** The questions of the chosen category, as the resident's own form asks them; nothing where there is none. */
export function EntryQuestions({ questions: all, said, errors, live, shownQuestions }: Props) {
  const { t } = useTranslation()
  const given = (key: string) => (said.answers[`answers.${key}`] ?? '').split(',')
  const questions = shownQuestions(questionsOf(all, said.category), given)
  if (questions.length === 0) return null
  const told = { hint: t('staff:entry.questionsHint'), Advice: EntryAdvice }
  return (
    <div className="card">
      <QuestionFields key={said.category} {...{ questions, errors, live, told }} values={said.answers} />
    </div>
  )
}
