import { and, eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff, staffAccounts, staffSessions } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { auth } from './auth.server.ts'

/** Gives an account a new password and ends its sessions. Refuses an address that nobody has. */
export async function setPassword(email: string, password: string): Promise<Refused | { id: string }> {
  const hash = await (await auth().$context).password.hash(password)
  return as({ as: 'auth' }, async (tx) => {
    const [row] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.email, email.toLowerCase()))
    if (!row) return { refused: 'no-such-person' }
    await tx
      .update(staffAccounts)
      .set({ password: hash })
      .where(and(eq(staffAccounts.staffId, row.id), eq(staffAccounts.providerId, 'credential')))
    await tx.delete(staffSessions).where(eq(staffSessions.staffId, row.id))
    await audit(tx, { event: 'password-set', subject: `staff:${row.id}` })
    return { id: row.id }
  })
}
