import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffSessions } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { isPasswordOf } from './is-password-of.server.ts'
import type { Signed } from './queries.server.ts'
import { takeCode } from './take-code.server.ts'

/** How long a proof of who one is holds for rights, keys and exports, in minutes. */
const freshMinutes = 10

/** Whether the session's person proved who she is in the last ten minutes, or in as many as are given. */
export const isFresh = (
  { session }: Pick<Signed, 'session'>,
  { now = Date.now(), minutes = freshMinutes }: { now?: number; minutes?: number | undefined } = {},
): boolean => now - session.confirmedAt.getTime() < minutes * 60 * 1000

/**
 * Lets who is signed in prove again who she is, by her password, or by a code where she has a second factor. Refuses
 * (`not-allowed`) what is neither. The caller has counted the try.
 */
export async function confirmAgain({ staff, session, secondFactor }: Signed, proof: string): Promise<Refused | object> {
  const byCode = secondFactor && (await takeCode(staff.id, proof))
  if (!byCode && !(await isPasswordOf(staff.id, proof))) return { refused: 'not-allowed' }
  await as({ as: 'auth' }, async (tx) => {
    await tx.update(staffSessions).set({ confirmedAt: new Date() }).where(eq(staffSessions.id, session.id))
    await audit(tx, { event: 'confirmed-again', subject: `staff:${staff.id}`, staffId: staff.id })
  })
  return {}
}
