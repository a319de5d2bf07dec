import type { ActionFunctionArgs } from '@remix-run/node'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { markSpam } from '#app/domain/submissions/mark-spam.server.ts'
import { spamInput } from '#app/domain/submissions/staff-input.server.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'
import { spamReason } from '#app/http/standard-replies.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, spamInput)
  if (!form.input) return invalid(form)
  const { language } = found(await findForStaff(staff, ref))
  const marked = { from: form.input.from, reason: spamReason(language) }
  return answerVerb({ form, verb: 'mark-spam', ref }, await markSpam(staff, ref, marked))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
