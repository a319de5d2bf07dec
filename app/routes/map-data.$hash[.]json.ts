import type { LoaderFunctionArgs } from '@remix-run/node'
import { mapData } from '#app/domain/areas/map-data.server.ts'
import { found } from '#app/http/answers.server.ts'

/** What the live map is drawn from; its address changes with it, so browsers keep it. */
export async function loader({ params }: LoaderFunctionArgs) {
  const { json, hash } = await mapData()
  found(params.hash === hash ? hash : undefined)
  return new Response(json, {
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
