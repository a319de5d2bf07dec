import { and, eq, isNull } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff } from '#db/schema/staff.ts'
import type { Refused } from '../refusals.ts'
import { assertMay } from './permissions.ts'
import { sendInvitation } from './send-invitation.server.ts'
import type { Staff } from './staff.ts'

/**
 * Sends somebody who has an account, and has forgotten her password, a link to choose a new one. Until she does, the old
 * one holds. Refuses an account that is not there or not active.
 */
export async function inviteAgain(by: Staff, staffId: string): Promise<Refused | { token: string }> {
  assertMay(by, 'staff.edit')
  return as({ as: 'auth' }, async (tx) => {
    const { email, name, role, organisation, signsAs, areas } = staff
    const [row] = await tx
      .select({ email, name, role, organisation, signsAs, areas })
      .from(staff)
      .where(and(eq(staff.id, staffId), isNull(staff.deactivatedAt)))
    if (!row) return { refused: 'no-such-person' }
    return { token: await sendInvitation(tx, { ...row, staffId, invitedBy: by.id }) }
  })
}
