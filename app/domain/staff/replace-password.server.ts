import { and, eq, ne } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { staffAccounts, staffSessions } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'

type New = {
  hash: string
  /** The session that goes on, when it is the person herself who changes it. */ keep?: string
}

/** Puts a new password in the place of the old one and ends the account's sessions, in the caller's transaction. */
export async function replacePassword(tx: Tx, staffId: string, { hash, keep = '' }: New): Promise<void> {
  await tx
    .update(staffAccounts)
    .set({ password: hash })
    .where(and(eq(staffAccounts.staffId, staffId), eq(staffAccounts.providerId, 'credential')))
  await tx.delete(staffSessions).where(and(eq(staffSessions.staffId, staffId), ne(staffSessions.id, keep)))
  await audit(tx, { event: 'password-set', subject: `staff:${staffId}` })
}
