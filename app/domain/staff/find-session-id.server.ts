import { auth } from './auth.server.ts'

/** The id of the session of these request headers; undefined for nobody. */
export async function findSessionId(headers: Headers): Promise<string | undefined> {
  return (await auth().api.getSession({ headers }))?.session.id
}
