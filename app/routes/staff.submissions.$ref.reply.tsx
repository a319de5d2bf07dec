import type { ActionFunctionArgs } from '@remix-run/node'
import { reply } from '#app/domain/submissions/reply.server.ts'
import { replyInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { withTemplate } from '#app/http/insert-template.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const ref = refFrom(params)
  const form = await readForm(request, replyInput)
  const filled = await withTemplate({ staff, ref, use: 'reply', values: form.values })
  if (filled) return filled
  if (!form.input) return invalid(form)
  return answerVerb(
    { form, verb: 'reply', ref },
    await reply(staff, ref, { ...form.input, wait: form.input.wait === 'yes', fromDraft: true }),
  )
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
