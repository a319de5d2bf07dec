import type { ActionFunctionArgs } from '@remix-run/node'
import { childReportInput } from '#app/domain/child-reports/input.server.ts'
import { noteChildReport } from '#app/domain/child-reports/note-child-report.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'triage')
  const ref = refFrom(params)
  const form = await readForm(request, childReportInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'child-report', ref }, await noteChildReport(staff, ref, form.input))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
