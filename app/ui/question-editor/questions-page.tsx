import { useTranslation } from 'react-i18next'
import type { CategoryQuestionKind } from '#db/schema/questions.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '../notice.tsx'
import type { ShownQuestions } from '../submit/form-parts.ts'
import type { ListedQuestion, QuestionPreview } from './form-parts.ts'
import { Preview } from './preview.tsx'
import { AskedQuestion, RetiredQuestion } from './listed-question.tsx'

type Props = {
  title: string
  category: string
  asked: ListedQuestion[]
  retired: ListedQuestion[]
  kinds: readonly CategoryQuestionKind[]
  most: { value: number; text: string }
  done: string | undefined
  refused: string | undefined
  preview: QuestionPreview
  shownQuestions: ShownQuestions
}

/** The questions of one category in their order, what can be done to each, and beside them what the resident sees. */
export function QuestionsPage(props: Props) {
  const { title, category, asked, retired, done, refused, preview, shownQuestions } = props
  const { t } = useTranslation()
  return (
    <div className="flex flex-col gap-6">
      <p>
        <a className="way-on" href={paths.staffQuestions()}>
          {t('question-editor:category.back')}
        </a>
      </p>
      <header className="flex max-w-text flex-col gap-2">
        <h1>{title}</h1>
        <p className="text-lg">{t('question-editor:category.lead')}</p>
        <p className="lg:hidden">
          <a href="#preview">{t('question-editor:preview.title')}</a>
        </p>
      </header>
      {done && !refused && (
        <Notice tone="done" role="status">
          {t(`question-editor:done.${done}`)}
        </Notice>
      )}
      {refused && (
        <Notice tone="danger" role="alert">
          {t(`errors:refusal.${refused}`)}
        </Notice>
      )}
      <div className="grid items-start gap-10 lg:grid-cols-[minmax(0,1fr)_25rem]">
        <div className="flex min-w-0 flex-col gap-10">
          <section aria-labelledby="asked" className="flex flex-col gap-4">
            <h2 id="asked">{t('question-editor:category.asked')}</h2>
            {asked.length === 0 && <p>{t('question-editor:category.empty')}</p>}
            <ol className="flex flex-col gap-4">
              {asked.map((question, index) => (
                <AskedQuestion
                  key={question.key}
                  {...{ category, question, index }}
                  last={index === asked.length - 1}
                />
              ))}
            </ol>
          </section>
          <Add {...props} />
          {retired.length > 0 && (
            <section aria-labelledby="retired" className="flex flex-col gap-3">
              <h2 id="retired">{t('question-editor:category.retired')}</h2>
              <p className="max-w-text text-ink-soft">{t('question-editor:category.retiredHint')}</p>
              <ul className="flex flex-col gap-3">
                {retired.map((question) => (
                  <RetiredQuestion key={question.key} {...{ category, question }} />
                ))}
              </ul>
            </section>
          )}
        </div>
        <Preview key={preview.language} preview={preview} shownQuestions={shownQuestions} />
      </div>
    </div>
  )
}

/** The ways to a new question, one for each kind. */
function Add({ category, asked, kinds, most }: Props) {
  const { t } = useTranslation()
  if (asked.length >= most.value) return <p>{t('question-editor:category.full', { limit: most.text })}</p>
  return (
    <section aria-labelledby="add" className="flex flex-col gap-3">
      <h2 id="add">{t('question-editor:category.add')}</h2>
      <p className="text-ink-soft">{t('question-editor:category.addHint')}</p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {kinds.map((kind) => (
          <li key={kind}>
            <a
              href={paths.staffNewQuestion(category, kind)}
              className="flex h-full flex-col gap-0.5 rounded-control border-2 border-line bg-surface p-4 text-ink no-underline hover:border-accent"
            >
              <b className="text-accent">{t(`question-editor:kind.${kind}.name`)}</b>
              <span className="text-sm text-ink-soft">{t(`question-editor:kind.${kind}.about`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
