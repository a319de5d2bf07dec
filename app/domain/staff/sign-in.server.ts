import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff, staffSessions } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { auth } from './auth.server.ts'

/**
 * Checks an e-mail address and a password. Gives the cookies of the new session, or refuses without saying which of
 * the two was wrong. The caller has counted the try.
 */
export async function signIn(email: string, password: string): Promise<Refused | { cookies: string[] }> {
  const answer = await auth().api.signInEmail({ body: { email, password }, asResponse: true })
  if (!answer.ok) return { refused: 'not-allowed' }
  const { user } = (await answer.json()) as { user: { id: string } }
  const active = await as({ as: 'auth' }, async (tx) => {
    const [row] = await tx.select({ deactivatedAt: staff.deactivatedAt }).from(staff).where(eq(staff.id, user.id))
    if (row?.deactivatedAt !== null) {
      await tx.delete(staffSessions).where(eq(staffSessions.staffId, user.id))
      return false
    }
    await audit(tx, { event: 'signed-in', subject: `staff:${user.id}`, staffId: user.id })
    return true
  })
  return active ? { cookies: answer.headers.getSetCookie() } : { refused: 'not-allowed' }
}
