import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { readForm } from '#app/http/forms.server.ts'
import { tellWhere } from '#app/http/place-results.server.ts'
import { languageFrom } from '#app/http/request.server.ts'

const point = z.object({ lat: z.coerce.number().min(-90).max(90), lon: z.coerce.number().min(-180).max(180) })

/** Where a point is, in words. It is posted, so that no address ever holds it, and nothing is kept. */
export async function action({ request, params }: ActionFunctionArgs) {
  const language = languageFrom(params)
  const { input } = await readForm(request, point)
  const where = input && (await tellWhere(language, input.lat, input.lon))
  return Response.json({ where: where ?? null }, { headers: { 'Cache-Control': 'no-store' } })
}
