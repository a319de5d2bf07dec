import type { ActionFunctionArgs } from '@remix-run/node'
import { formsOfCase } from '#app/domain/submissions/draft-rights.server.ts'
import { found } from '#app/http/answers.server.ts'
import { answerDraft } from '#app/http/answer-draft.server.ts'
import { outsideNamed } from '#app/http/passing-on.server.ts'
import { refFrom } from '#app/http/request.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { paths } from '#app/paths.ts'

/** Keeps or discards what is half written in one of the forms about a case. */
export async function action({ request, params }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'note')
  const ref = refFrom(params)
  const asked = new URL(request.url).searchParams.get('form')
  const form = found(formsOfCase.find((one) => one === asked))
  return answerDraft(request, { staff, about: { form, ref } }, (done, values) =>
    form === 'redirect'
      ? paths.staffRedirect(ref, outsideNamed(values.outside ?? null))
      : form === 'hand-over'
        ? paths.staffHandOverCase(ref)
        : paths.staffSubmission(ref, { done }),
  )
}
