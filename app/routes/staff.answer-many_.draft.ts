import type { ActionFunctionArgs } from '@remix-run/node'
import { answerDraft } from '#app/http/keep-draft.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { paths } from '#app/paths.ts'

/** Keeps or discards what is half written of an answer to many; the page comes back with the same cases. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const query = new URL(request.url).searchParams
  query.delete('quiet')
  return answerDraft(request, { staff, about: { form: 'answer-many' } }, () => paths.staffAnswerMany(query.toString()))
}
