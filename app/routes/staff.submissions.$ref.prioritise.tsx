import type { ActionFunctionArgs } from '@remix-run/node'
import { prioritise } from '#app/domain/submissions/prioritise.server.ts'
import { prioritiseInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, prioritiseInput)
  if (!form.input) return invalid(form)
  const { from, priority: to } = form.input
  return answerVerb({ form, verb: 'prioritise', ref }, await prioritise(staff, ref, { from, to }))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
