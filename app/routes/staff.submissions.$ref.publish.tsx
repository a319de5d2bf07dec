import type { ActionFunctionArgs } from '@remix-run/node'
import { publishInput } from '#app/domain/submissions/staff-input.server.ts'
import { publish } from '#app/domain/submissions/publish.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'publish')
  const ref = refFrom(params)
  const form = await readForm(request, publishInput)
  if (!form.input) return invalid(form)
  const result = await publish(staff, ref, { at: form.input.publishAt })
  return answerVerb({ form, verb: 'planned' in result ? 'plan' : 'publish', ref }, result)
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
