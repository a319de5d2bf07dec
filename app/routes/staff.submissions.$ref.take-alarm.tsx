import type { ActionFunctionArgs } from '@remix-run/node'
import { takeAlarm } from '#app/domain/alarms/take-alarm.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  return answerVerb({ form: { values: {}, errors: {} }, verb: 'take-alarm', ref }, await takeAlarm(staff, ref))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
