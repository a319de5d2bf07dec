import type { Jobs } from '#app/domain/queue.server.ts'
import { linkOfInvitation } from '#app/domain/staff/invitation-links.server.ts'
import { invitationById } from '#app/domain/staff/invitations.server.ts'
import { invitationMail } from '#app/mail/invitation-mail.server.ts'
import { deliver } from './deliver.server.ts'

/** Sends the link by which somebody chooses a password; nothing when it was taken back, used or is too old. */
export async function inviteStaff({ invitationId }: Jobs['invite-staff'], jobId: string): Promise<void> {
  const invitation = await invitationById(invitationId)
  if (invitation) await deliver(jobId, invitationMail(invitation, await linkOfInvitation(invitation.id)))
}
