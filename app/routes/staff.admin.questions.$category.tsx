import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Category } from '#db/schema/submissions.ts'
import { bringBackQuestion } from '#app/domain/submissions/bring-back-question.server.ts'
import { questionLimits } from '#app/domain/submissions/limits.ts'
import { moveQuestion } from '#app/domain/submissions/move-question.server.ts'
import { questionVerbInput, type QuestionVerb } from '#app/domain/submissions/question-input.server.ts'
import { questionsForStaff } from '#app/domain/submissions/questions.server.ts'
import { retireQuestion } from '#app/domain/submissions/retire-question.server.ts'
import { shownQuestions } from '#app/domain/submissions/shown-questions.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { found, refuse } from '#app/http/answers.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { questionPreview } from '#app/http/question-preview.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { categoryFrom, questionKinds, tellQuestion } from '#app/http/tell-questions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { formatNumber } from '#app/i18n/format.server.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { QuestionsPage } from '#app/ui/question-editor/questions-page.tsx'

export const handle = { texts: ['question-editor', 'questions', 'submit'] }

const dones = ['add', 'change', 'move', 'retire', 'bring-back'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'questions.edit')
  const [language, category] = [await staffLanguage(request), categoryFrom(params)]
  const query = new URL(request.url).searchParams
  const all = await questionsForStaff(staff, category)
  const told = (retired: boolean) =>
    all.filter(({ retiredAt }) => (retiredAt !== null) === retired).map((one) => tellQuestion(language, all, one))
  const t = words(language)
  return {
    title: t('question-editor:category.title', { category: t(`categories:${category}`) }),
    ...{ category, asked: told(false), retired: told(true) },
    kinds: questionKinds,
    most: { value: questionLimits.questions, text: formatNumber(language, questionLimits.questions) },
    done: dones.find((verb) => verb === query.get('done')),
    preview: await questionPreview(category, query),
  }
}

/** Moves a question, stops asking it or asks it again. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'questions.edit')
  const category = categoryFrom(params)
  const { input } = await readForm(request, questionVerbInput)
  const { verb, key, from } = found(input)
  const result = await act(staff, { category, key }, { verb, from })
  if ('refused' in result) return refuse(result)
  const done = verb === 'up' || verb === 'down' ? 'move' : verb
  return redirect(`${paths.staffQuestionsOf(category)}?done=${done}#question-${key}`, 303)
}

type Named = { category: Category; key: string }

function act(staff: Staff, question: Named, { verb, from }: { verb: QuestionVerb; from: number }) {
  if (verb === 'retire') return retireQuestion(staff, question)
  if (verb === 'bring-back') return bringBackQuestion(staff, question)
  return moveQuestion(staff, question, { from, by: verb === 'up' ? -1 : 1 })
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function CategoryQuestions() {
  const reply = useActionData<typeof action>()
  return <QuestionsPage {...useLoaderData<typeof loader>()} refused={reply?.refused} shownQuestions={shownQuestions} />
}
