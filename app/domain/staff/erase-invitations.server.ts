import { lt } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staffInvitations } from '#db/schema/staff.ts'

/** Throws away the invitations that nobody accepted in time. */
export async function eraseInvitations(now: Date): Promise<void> {
  await as({ as: 'auth' }, (tx) => tx.delete(staffInvitations).where(lt(staffInvitations.expiresAt, now)))
}
