import type { ActionFunctionArgs } from '@remix-run/node'
import { writePublicText } from '#app/domain/submissions/write-public-text.server.ts'
import { publicTextInput } from '#app/domain/submissions/staff-input.server.ts'
import { askToLook } from '#app/http/ask-to-look.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { offeredLanguages, refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'publish')
  const ref = refFrom(params)
  const form = await readForm(request, publicTextInput(offeredLanguages()))
  if (!form.input) return invalid(form)
  const result = await writePublicText(staff, ref, form.input)
  if ('refused' in result && result.refused === 'looks-personal') return askToLook(form, form.input)
  return answerVerb({ form, verb: 'public-text', ref }, result)
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
