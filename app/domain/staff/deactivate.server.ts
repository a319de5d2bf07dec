import { eq } from 'drizzle-orm'
import { as } from '#db/client.server.ts'
import { staff, staffInvitations, staffSessions } from '#db/schema/staff.ts'
import { audit } from '../audit.server.ts'
import type { Refused } from '../refusals.ts'
import { layDownKeys } from '../tips/lay-down-keys.server.ts'
import { lockPerson } from './lock-person.server.ts'
import { assertMay } from './permissions.ts'
import type { Staff } from './staff.ts'

/**
 * Closes an account: nobody signs in with it any more, and its sessions end at once. What the person has done keeps her
 * name. Refuses what lockPerson refuses, and whoever has keys that others depend on (`keys-first`).
 */
export async function deactivate(by: Staff, id: string): Promise<Refused | { id: string }> {
  assertMay(by, 'staff.edit')
  return as({ as: 'auth' }, async (tx) => {
    const person = await lockPerson(tx, by, id)
    if ('refused' in person) return person
    if (person.deactivatedAt) return { id }
    if (!(await layDownKeys(tx, { person: id, by }))) return { refused: 'keys-first' }
    await tx.update(staff).set({ deactivatedAt: new Date() }).where(eq(staff.id, id))
    await tx.delete(staffSessions).where(eq(staffSessions.staffId, id))
    await tx.delete(staffInvitations).where(eq(staffInvitations.staffId, id))
    await audit(tx, { event: 'account-deactivated', subject: `staff:${id}`, staffId: by.id })
    return { id }
  })
}
