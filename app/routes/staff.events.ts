import type { LoaderFunctionArgs } from '@remix-run/node'
import { eventStream } from '#app/http/event-stream.server.ts'
import { requireSession } from '#app/http/require-staff.server.ts'

/** Tells a page that stays open when something changes that its reader sees. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { session } = await requireSession(request, 'submissions.read')
  return eventStream(session.id, request)
}
