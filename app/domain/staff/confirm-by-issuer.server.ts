import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffSessions } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import type { Signed } from './queries.server.ts'
import { accountTiedTo, type AtIssuer } from './single-sign-on-ties.server.ts'

/** How far the clock of the issuer may be from ours, in milliseconds. */
const clocksApart = 60_000

/**
 * Lets who is signed in prove again who she is by signing in anew at the issuer of single sign-on. Refuses
 * (`not-allowed`) somebody else, and a sign-in from before she was asked (`since`), or of which the issuer says no time.
 */
export async function confirmByIssuer(
  { staff, session }: Signed,
  person: AtIssuer & { signedInAt: Date | undefined },
  since: number,
): Promise<Refused | object> {
  if (!person.signedInAt || person.signedInAt.getTime() < since - clocksApart) return { refused: 'not-allowed' }
  return as({ as: 'auth' }, async (tx) => {
    if ((await accountTiedTo(tx, person))?.id !== staff.id) return { refused: 'not-allowed' }
    await tx.update(staffSessions).set({ confirmedAt: new Date() }).where(eq(staffSessions.id, session.id))
    await audit(tx, { event: 'confirmed-again', subject: `staff:${staff.id}`, staffId: staff.id })
    return {}
  })
}
