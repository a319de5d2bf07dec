import type { ActionFunctionArgs } from '@remix-run/node'
import { assign } from '#app/domain/submissions/assign.server.ts'
import { assignInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, assignInput)
  if (!form.input) return invalid(form)
  return answerVerb(
    { form, verb: 'assign', ref },
    await assign(staff, ref, { from: form.input.from, to: form.input.assignee }),
  )
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
