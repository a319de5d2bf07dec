import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventStream } from '#app/http/event-stream.server.ts'
import { requireSession } from '#app/http/require-staff.server.ts'

/**
 * Tells a page that stays open when something changes that its reader sees. Refuses by 406 whoever does not ask for a
 * stream, and would wait for its end.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireSession(request, 'submissions.read')
  if (!request.headers.get('Accept')?.includes('text/event-stream')) return new Response(null, { status: 406 })
  return eventStream(session.id, request)
}
