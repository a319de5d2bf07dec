import type { ActionFunctionArgs } from '@remix-run/node'
import { refsIn } from '#app/http/answer-many.server.ts'
import { answerDraft } from '#app/http/answer-draft.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { paths } from '#app/paths.ts'

/** Keeps or discards what is half written of an answer to many; the page comes back with those ticked that were. */
export async function action({ request }: ActionFunctionArgs) {
  const staff = await requireStaff(request, 'answer')
  const query = new URL(request.url).searchParams
  for (const name of ['quiet', 'all', 'ref']) query.delete(name)
  return answerDraft(request, { staff, about: { form: 'answer-many' } }, (_, values) => {
    for (const ref of refsIn(values)) query.append('ref', ref)
    return paths.staffAnswerMany(query.toString())
  })
}
