import { redirect } from '@remix-run/node'
import { paths } from '#app/paths.ts'

/** The answer to who has proved who she is: into the back office, with these cookies. */
export function signedIn(cookies: string[], to = paths.staff()) {
  const headers = new Headers()
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return redirect(to, { headers })
}
