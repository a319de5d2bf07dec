import { lt } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { staffSessions, staffVerifications } from '#db/schema/staff.ts'
import { keptSince } from '../records/retention.ts'

/** Erases sessions, and codes and links for signing in, that have lapsed; in a transaction of sign-in. */
export async function eraseLapsedSessions(tx: Tx, now: Date): Promise<void> {
  const oldest = keptSince('lapsedSessions', now)
  await tx.delete(staffSessions).where(lt(staffSessions.expiresAt, oldest))
  await tx.delete(staffVerifications).where(lt(staffVerifications.expiresAt, oldest))
}
