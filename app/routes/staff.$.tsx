import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { requireStaff } from '#app/http/require-staff.server.ts'

/** Every other address of the back office is not there, whatever is asked or posted. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireStaff(request)
  throw new Response(null, { status: 404 })
}

export const action = ({ request, ...given }: ActionFunctionArgs) => loader({ request, ...given })

export default function NotThere() {
  return null
}
