import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { changeQuestion, markOfQuestion } from '#app/domain/submissions/change-question.server.ts'
import { questionInput } from '#app/domain/submissions/question-input.server.ts'
import { questionsForStaff } from '#app/domain/submissions/questions.server.ts'
import type { Staff } from '#app/domain/staff/staff.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { questionForm, refusedQuestion, turnedRows, valuesOfQuestion } from '#app/http/question-form.server.ts'
import { requireStaff, staffLanguage } from '#app/http/require-staff.server.ts'
import { categoryFrom } from '#app/http/tell-questions.server.ts'
import { words } from '#app/i18n/catalogues.server.ts'
import { languageTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { pageTitle } from '#app/ui/page-title.tsx'
import { QuestionPage } from '#app/ui/question-editor/question-page.tsx'

export const handle = { texts: ['question-editor'] }

/** The question of an address, and those that come before it; one that is retired is not there. */
async function questionFrom(staff: Staff, params: { category?: string | undefined; key?: string | undefined }) {
  const category = categoryFrom(params)
  const all = await questionsForStaff(staff, category)
  const asked = all.filter(({ retiredAt }) => retiredAt === null)
  const question = found(asked.find(({ key }) => key === params.key))
  return { category, question, before: asked.slice(0, asked.indexOf(question)) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const staff = await requireStaff(request, 'questions.edit')
  const language = await staffLanguage(request)
  const { category, question, before } = await questionFrom(staff, params)
  return {
    title: words(language)('question-editor:form.change'),
    ...{ category, seen: markOfQuestion(question), values: valuesOfQuestion(question) },
    address: paths.staffQuestion(category, question.key),
    parts: questionForm(language, question.kind, before),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'questions.edit')
  const { category, question } = await questionFrom(staff, params)
  const form = await readForm(request, questionInput(question.kind, languageTags))
  const turned = turnedRows(form.values)
  if (turned) return { values: turned, errors: {}, refused: undefined }
  if (!form.input) return invalid(form)
  const result = await changeQuestion(staff, { category, key: question.key }, form.input)
  if ('refused' in result) return refusedQuestion(form, result)
  return redirect(`${paths.staffQuestionsOf(category)}?done=change#question-${question.key}`, 303)
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)

export default function Question() {
  return <QuestionPage {...useLoaderData<typeof loader>()} reply={useActionData<typeof action>()} />
}
