import { eq } from 'drizzle-orm'
import type { Tx } from '#db/client.server.ts'
import { staffInvitations } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import { enqueue } from '../queue.server.ts'
import { linkOfInvitation } from './invitation-links.server.ts'
import { invitationHours } from './invitations.server.ts'

type Invitation = Omit<typeof staffInvitations.$inferInsert, 'id' | 'expiresAt' | 'createdAt'>

/**
 * Keeps an invitation, in the place of an earlier one to the same address, and queues its mail; gives the secret of its
 * link. In the caller's transaction.
 */
export async function sendInvitation(tx: Tx, invitation: Invitation): Promise<string> {
  await tx.delete(staffInvitations).where(eq(staffInvitations.email, invitation.email))
  const expiresAt = new Date(Date.now() + invitationHours * 60 * 60 * 1000)
  const [made] = await tx
    .insert(staffInvitations)
    .values({ ...invitation, expiresAt })
    .returning({ id: staffInvitations.id })
  if (!made) throw new Error('the invitation was not kept')
  const by = invitation.invitedBy ? { staffId: invitation.invitedBy } : {}
  const subject = invitation.staffId ? `staff:${invitation.staffId}` : `invitation:${made.id}`
  await audit(tx, { event: 'invited', subject, ...by, details: { role: invitation.role } })
  await enqueue(tx, 'invite-staff', { invitationId: made.id })
  return linkOfInvitation(made.id)
}
