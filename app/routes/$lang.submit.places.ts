import type { LoaderFunctionArgs } from '@remix-run/node'
import { placeResults } from '#app/http/place-results.server.ts'
import { languageFrom } from '#app/http/request.server.ts'

/** The places that match what is being typed. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams.get('q') ?? ''
  const found = await placeResults(languageFrom(params), query)
  return Response.json(found, { headers: { 'Cache-Control': 'no-store' } })
}
