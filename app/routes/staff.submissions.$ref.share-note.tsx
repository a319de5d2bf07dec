import type { ActionFunctionArgs } from '@remix-run/node'
import { shareNote } from '#app/domain/submissions/share-note.server.ts'
import { shareNoteInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { answerVerb } from '#app/http/staff-answers.server.ts'

export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'note')
  const ref = refFrom(params)
  const form = await readForm(request, shareNoteInput)
  if (!form.input) return invalid(form)
  return answerVerb({ form, verb: 'share-note', ref }, await shareNote(staff, ref, form.input.note))
}

export { SubmissionPage as default } from '#app/ui/staff/submission-page.tsx'
