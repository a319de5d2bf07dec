import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { openSession } from './open-session.server.ts'
import { accountTiedTo, isTied, tie, type AtIssuer } from './single-sign-on-ties.server.ts'

type Claims = AtIssuer & { email: string | undefined; emailVerified: boolean }

/**
 * Signs in whom the issuer of single sign-on vouches for: by what she is called there, when her account is tied to that,
 * whatever her address. An account that is tied to nobody yet is hers when the issuer has verified its address, and
 * belongs to her from then on, so that an address which is given to somebody else later opens nothing. Where issuers
 * verify no addresses an account is tied by its invitation (`acceptByIssuer`). Refuses (`not-allowed`) everybody else.
 */
export async function signInFromIssuer(claims: Claims): Promise<Refused | { cookies: string[] }> {
  const staffId = await accountFor(claims)
  return staffId === undefined ? { refused: 'not-allowed' } : openSession(staffId, 'single-sign-on')
}

function accountFor(claims: Claims): Promise<string | undefined> {
  return as({ as: 'auth' }, async (tx) => {
    const own = await accountTiedTo(tx, claims)
    if (own) return own.deactivatedAt ? undefined : own.id
    if (!claims.email || !claims.emailVerified) return undefined
    const [person] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.email, claims.email.toLowerCase()), isNull(staff.deactivatedAt)))
      .for('update')
    if (!person || (await isTied(tx, person.id))) return undefined
    await tie(tx, person.id, claims)
    return person.id
  })
}
