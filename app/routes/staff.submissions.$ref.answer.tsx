import type { ActionFunctionArgs } from '@remix-run/node'
import { answer } from '#app/domain/submissions/answer.server.ts'
import { answerInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { withTemplate } from '#app/http/insert-template.server.ts'
import { offeredLanguages, refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const ref = refFrom(params)
  const form = await readForm(request, answerInput(offeredLanguages()))
  const filled = await withTemplate({ staff, ref, use: 'answer', values: form.values })
  if (filled) return filled
  if (!form.input) return invalid(form)
  const result = await answer(staff, ref, form.input)
  return answerVerb({ form, verb: 'planned' in result ? 'plan' : 'answer', ref }, result)
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
