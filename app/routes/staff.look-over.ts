import type { ActionFunctionArgs } from '@remix-run/node'
import { lookOverInput } from '#app/domain/submissions/staff-input.server.ts'
import { invalid, readForm } from '#app/http/forms.server.ts'
import { requireStaff } from '#app/http/require-staff.server.ts'
import { paragraphsOf } from '#app/http/tell-personal.server.ts'

/** Looks through a text that is being written, for script to mark what may point out a person. Nothing of it is kept. */
export async function action({ request }: ActionFunctionArgs) {
  await requireStaff(request, 'publish')
  const form = await readForm(request, lookOverInput)
  if (!form.input) return invalid(form)
  return Response.json({ paragraphs: await paragraphsOf(form.input.text) })
}
