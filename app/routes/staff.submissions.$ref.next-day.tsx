import type { ActionFunctionArgs } from '@remix-run/node'
import { setNextDay } from '#app/domain/submissions/set-next-day.server.ts'
import { nextDayInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, nextDayInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'next-day', ref }, await setNextDay(staff, ref, form.input))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
