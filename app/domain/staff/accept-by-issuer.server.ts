import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { as, type Tx } from '#db/client.server.ts'
import { staffInvitations, staffSessions } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { makeFromInvitation } from './accept-invitation.server.ts'
import { hashOfPassword } from './auth.server.ts'
import { findInvitation, invitationAt } from './invitations.server.ts'
import { openSession } from './open-session.server.ts'
import { accountTiedTo, tie, type AtIssuer } from './single-sign-on-ties.server.ts'

/**
 * Takes up an invitation as a person at the issuer of single sign-on, instead of choosing a password: makes the account,
 * or ties the one that is there and ends its sessions, and signs her in. Whoever has the link may; what address the
 * issuer has for her does not matter. Refuses a link that is not ours, too old or used, and who has another account.
 */
export async function acceptByIssuer(token: string, person: AtIssuer): Promise<Refused | { cookies: string[] }> {
  const shown = await invitationAt(token)
  if (!shown) return { refused: 'not-found' }
  // A password that nobody knows: she can be sent a link to choose one, like anybody who has forgotten hers.
  const hash = await hashOfPassword(randomBytes(32).toString('base64url'))
  const accepted = await as({ as: 'auth' }, async (tx) => {
    const invitation = await findInvitation(tx, shown.id, { lock: true })
    if (!invitation) return { refused: 'not-found' } as const
    const other = await accountTiedTo(tx, person)
    if (other && other.id !== invitation.staffId) return { refused: 'not-allowed' } as const
    await tx.delete(staffInvitations).where(eq(staffInvitations.id, invitation.id))
    const account = await accountOf(tx, invitation, hash)
    if (account.staffId !== undefined) await tie(tx, account.staffId, person)
    return account
  })
  return accepted.refused ? accepted : openSession(accepted.staffId, 'single-sign-on')
}

async function accountOf(tx: Tx, invitation: typeof staffInvitations.$inferSelect, hash: string) {
  const { staffId } = invitation
  if (staffId === null) return makeFromInvitation(tx, invitation, hash)
  await tx.delete(staffSessions).where(eq(staffSessions.staffId, staffId))
  return { staffId }
}
