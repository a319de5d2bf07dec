import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff, type SessionWay } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { auth } from './auth.server.ts'

/** Opens a session for who has proved who she is, and gives its cookies. Refuses an account that is not active. */
export async function openSession(staffId: string, via: SessionWay): Promise<Refused | { cookies: string[] }> {
  const isActive = await as({ as: 'auth' }, async (tx) => {
    const [row] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.id, staffId), isNull(staff.deactivatedAt)))
    if (row) await audit(tx, { event: 'signed-in', subject: `staff:${staffId}`, staffId, details: { via } })
    return row !== undefined
  })
  if (!isActive) return { refused: 'not-allowed' }
  const answer = await auth().api.openSession({ body: { staffId, via }, asResponse: true })
  return answer.ok ? { cookies: answer.headers.getSetCookie() } : { refused: 'not-allowed' }
}
