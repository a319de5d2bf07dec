import type { ActionFunctionArgs } from '@remix-run/node'
import { withdrawAnswer } from '#app/domain/submissions/withdraw-answer.server.ts'
import { withdrawPublicText } from '#app/domain/submissions/withdraw-public-text.server.ts'
import { withdrawalInput } from '#app/domain/submissions/withdrawal-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

/** Withdraws a version of the answer or of the public text, for secrecy or privacy. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const ref = refFrom(params)
  const form = await readForm(request, withdrawalInput)
  if (!form.input) return invalid(form)
  const { part, ...version } = form.input
  const withdraw = part === 'answer' ? withdrawAnswer : withdrawPublicText
  return answerVerb({ form, verb: 'withdraw', ref }, await withdraw(staff, ref, version))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
