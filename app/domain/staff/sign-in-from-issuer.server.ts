import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff, staffAccounts } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { openSession } from './open-session.server.ts'

type Claims = { subject: string; email: string | undefined; emailVerified: boolean }

/**
 * Signs in whom the issuer of single sign-on vouches for. She must have an active account here, under an address that the
 * issuer has verified; from the first time on the account belongs to that person at the issuer, so that an address which
 * is given to somebody else later opens nothing. Refuses (`not-allowed`) everybody else.
 */
export async function signInFromIssuer(claims: Claims): Promise<Refused | { cookies: string[] }> {
  if (!claims.email || !claims.emailVerified) return { refused: 'not-allowed' }
  const staffId = await accountFor(claims.subject, claims.email.toLowerCase())
  return staffId === undefined ? { refused: 'not-allowed' } : openSession(staffId, 'single-sign-on')
}

const providerId = 'single-sign-on'

function accountFor(subject: string, email: string): Promise<string | undefined> {
  return as({ as: 'auth' }, async (tx) => {
    const [person] = await tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.email, email), isNull(staff.deactivatedAt)))
      .for('update')
    if (!person) return undefined
    const [tied] = await tx
      .select({ subject: staffAccounts.accountId })
      .from(staffAccounts)
      .where(and(eq(staffAccounts.staffId, person.id), eq(staffAccounts.providerId, providerId)))
    if (tied) return tied.subject === subject ? person.id : undefined
    await tx.insert(staffAccounts).values({ id: randomUUID(), accountId: subject, providerId, staffId: person.id })
    await audit(tx, { event: 'single-sign-on-tied', subject: `staff:${person.id}`, staffId: person.id })
    return person.id
  })
}
