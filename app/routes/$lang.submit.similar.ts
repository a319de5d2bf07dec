import type { ActionFunctionArgs } from '@remix-run/node'
import { alreadyKnown, knownInput } from '#app/http/already-known.server.ts'
import { readForm } from '#app/http/forms.server.ts'
import { languageFrom } from '#app/http/request.server.ts'

/** What is known already and much like what is being written. It is posted: the text must be in no address. */
export async function action({ request, params }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const { input } = await readForm(request, knownInput)
  const answer = input ? await alreadyKnown(language, input) : { told: '', known: [] }
  return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
}
