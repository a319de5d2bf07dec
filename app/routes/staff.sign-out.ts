import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { signOut } from '#app/domain/staff/sign-out.server.ts'
import { forgetUnlocked } from '#app/http/require-tips.server.ts'
import { paths } from '#app/paths.ts'

export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers()
  for (const cookie of await signOut(request.headers)) headers.append('Set-Cookie', cookie)
  headers.append('Set-Cookie', await forgetUnlocked())
  return redirect(paths.staffSignIn(), { status: 303, headers })
}

export const loader = () => redirect(paths.staff())
