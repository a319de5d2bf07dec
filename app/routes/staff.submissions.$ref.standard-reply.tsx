import type { ActionFunctionArgs } from '@remix-run/node'
import { findForStaff } from '#app/domain/submissions/find-for-staff.server.ts'
import { canWaitForReply, reply } from '#app/domain/submissions/reply.server.ts'
import { standardReplyInput } from '#app/domain/submissions/staff-input.server.ts'
import { found } from '#app/http/answers.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'
import { asks, standardReplies, standardReply } from '#app/http/standard-replies.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const ref = refFrom(params)
  const form = await readForm(request, standardReplyInput(standardReplies))
  if (!form.input) return invalid(form)
  const { standard, formToken } = form.input
  const { language, status } = found(await findForStaff(staff, ref))
  const message = standardReply(standard, language)
  const wait = asks(standard) && canWaitForReply(status)
  return answerVerb({ form, verb: 'standard-reply', ref }, await reply(staff, ref, { message, wait, formToken }))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
