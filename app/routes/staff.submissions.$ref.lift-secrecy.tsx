import type { ActionFunctionArgs } from '@remix-run/node'
import { liftSecrecyInput } from '#app/domain/records/input.server.ts'
import { liftSecrecy } from '#app/domain/records/lift-secrecy.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'secrecy.mark')
  const ref = refFrom(params)
  const form = await readForm(request, liftSecrecyInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'lift-secrecy', ref }, await liftSecrecy(staff, ref, form.input.mark))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
