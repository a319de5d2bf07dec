import type { ActionFunctionArgs } from '@remix-run/node'
import { unroute } from '#app/domain/submissions/unroute.server.ts'
import { unrouteInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, unrouteInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'unroute', ref }, await unroute(staff, ref, form.input.organisation))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
