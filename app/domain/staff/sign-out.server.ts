import { auth } from './auth.server.ts'

/** Ends the session of these request headers; gives the cookies that forget it. */
export async function signOut(headers: Headers): Promise<string[]> {
  const answer = await auth().api.signOut({ headers, asResponse: true })
  return answer.headers.getSetCookie()
}
