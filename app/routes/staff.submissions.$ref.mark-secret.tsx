import type { ActionFunctionArgs } from '@remix-run/node'
import { secrecyInput } from '#app/domain/records/input.server.ts'
import { markSecret } from '#app/domain/records/mark-secret.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'secrecy.mark')
  const ref = refFrom(params)
  const form = await readForm(request, secrecyInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'mark-secret', ref }, await markSecret(staff, ref, form.input))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
