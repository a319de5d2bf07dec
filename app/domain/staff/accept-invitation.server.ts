import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { staff, staffInvitations } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { hashOfPassword } from './auth.server.ts'
import { insertAccount } from './insert-account.server.ts'
import { findInvitation, invitationAt } from './invitations.server.ts'
import { passwordFault, type PasswordFault } from './password-fault.server.ts'
import { replacePassword } from './replace-password.server.ts'

/**
 * Takes up an invitation with the password that was chosen: makes the account, or gives the one that is there a new
 * password. Once. Refuses a link that is not ours, too old or used, and tells what is wrong with the password.
 */
export async function acceptInvitation(
  token: string,
  password: string,
): Promise<Refused | { fault: PasswordFault } | { staffId: string }> {
  const shown = await invitationAt(token)
  if (!shown) return { refused: 'not-found' }
  const fault = passwordFault(password, [shown.name, shown.email])
  if (fault) return { fault }
  const hash = await hashOfPassword(password)
  return as({ as: 'auth' }, async (tx) => {
    const invitation = await findInvitation(tx, shown.id, { lock: true })
    if (!invitation) return { refused: 'not-found' }
    await tx.delete(staffInvitations).where(eq(staffInvitations.id, invitation.id))
    const { staffId } = invitation
    if (staffId === null) return makeFromInvitation(tx, invitation, hash)
    await replacePassword(tx, staffId, { hash })
    return { staffId }
  })
}

/** Makes the account that an invitation is for. Refuses an address that has one. */
export async function makeFromInvitation(tx: Tx, invitation: typeof staffInvitations.$inferSelect, hash: string) {
  const [taken] = await tx.select({ id: staff.id }).from(staff).where(eq(staff.email, invitation.email))
  if (taken) return { refused: 'address-taken' } as const
  return { staffId: await insertAccount(tx, invitation, hash) }
}
