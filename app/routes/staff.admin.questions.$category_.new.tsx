import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addQuestion } from '#app/domain/submissions/add-question.server.ts'
import { questionInput } from '#app/domain/submissions/question-input.server.ts'
import { questionsForStaff } from '#app/domain/submissions/questions.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { emptyRows, questionForm, refusedQuestion, turnedRows } from '#app/http/question-form.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { categoryFrom, kindFrom } from '#app/http/tell-questions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { languageTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { QuestionPage } from '#app/ui/question-editor/question-page.tsx'

export const handle = { texts: ['question-editor'] }

/** The kind is chosen on the page before, and stands in the address. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'questions.edit')
  const [language, category, kind] = [await staffLanguage(request), categoryFrom(params), kindFrom(request)]
  const t = words(language)
  return {
    title: t('question-editor:form.add', { kind: t(`question-editor:kind.${kind}.name`) }),
    ...{ category, seen: '', values: emptyRows() },
    address: paths.staffNewQuestion(category, kind),
    parts: questionForm(language, kind, await questionsForStaff(staff, category)),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'questions.edit')
  const [category, kind] = [categoryFrom(params), kindFrom(request)]
  const form = await readForm(request, questionInput(kind, languageTags))
  const turned = turnedRows(form.values)
  if (turned) return { values: turned, errors: {}, refused: undefined }
  if (!form.input) return invalid(form)
  const result = await addQuestion(staff, category, form.input)
  if ('refused' in result) return refusedQuestion(form, result)
  return redirect(`${paths.staffQuestionsOf(category)}?done=add#question-${result.added}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function NewQuestion() {
  return <QuestionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
