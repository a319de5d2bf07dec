import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff, staffSecondFactors } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { isPasswordOf } from './is-password-of.server.ts'
import { openSession } from './open-session.server.ts'

/**
 * Checks an e-mail address and a password. Gives the cookies of the new session; where the account has a second factor,
 * none yet: its code is awaited first. Refuses without saying which of the two was wrong. The caller has counted the try.
 */
export async function signIn(
  email: string,
  password: string,
): Promise<Refused | { staffId: string; cookies: string[]; awaits: boolean }> {
  const known = await findAccount(email)
  const right = await isPasswordOf(known?.id, password)
  if (!known || !right) return { refused: 'not-allowed' }
  if (known.confirmedAt) return { staffId: known.id, cookies: [], awaits: true }
  const opened = await openSession(known.id, 'password')
  return 'refused' in opened ? opened : { staffId: known.id, ...opened, awaits: false }
}

async function findAccount(email: string) {
  const [row] = await as({ as: 'auth' }, (tx) =>
    tx
      .select({ id: staff.id, confirmedAt: staffSecondFactors.confirmedAt })
      .from(staff)
      .leftJoin(staffSecondFactors, eq(staffSecondFactors.staffId, staff.id))
      .where(and(eq(staff.email, email.toLowerCase()), isNull(staff.deactivatedAt))),
  )
  return row
}
