import type { ActionFunctionArgs } from '@remix-run/node'
import { approvePlan } from '#app/domain/submissions/approve-plan.server.ts'
import { planInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const ref = refFrom(params)
  const form = await readForm(request, planInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'approve-plan', ref }, await approvePlan(staff, ref, form.input.plan))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
