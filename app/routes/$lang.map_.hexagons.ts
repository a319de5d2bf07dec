import type { LoaderFunctionArgs } from '@remix-run/node'
import { publishedHexagons } from '#app/domain/submissions/published-hexagons.server.ts'
import { found } from '#app/http/answers.server.ts'
import { hexagonsAsked } from '#app/http/public-filter.server.ts'
import { languageFrom } from '#app/http/request.server.ts'
import { tellHexagons } from '#app/http/tell-submissions.server.ts'

/** What the live map draws where it is near: what lies in the wide hexagons that are in sight. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const language = languageFrom(params)
  const { level, wide } = found(hexagonsAsked(request))
  const points = tellHexagons(language, await publishedHexagons(level, { wide }))
  return Response.json(points, { headers: { 'Cache-Control': 'no-cache' } })
}
